package org.winnow.store;

import java.time.Instant;
import java.util.UUID;

/** The review's own line: who it is and how it is screened. */
public record ReviewInfo(UUID uuid, String title, int screenersPerRecord, Instant createdAt) {}
