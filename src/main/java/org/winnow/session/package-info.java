/** Offline sessions: a part of a review packed into one file for a colleague, and merged when it comes back. */
@org.jspecify.annotations.NullMarked
package org.winnow.session;
