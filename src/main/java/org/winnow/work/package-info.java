/** What a long job may say (progress) and hear (cancellation), and how it leaves a file: whole or not at all. */
@NullMarked
package org.winnow.work;

import org.jspecify.annotations.NullMarked;
