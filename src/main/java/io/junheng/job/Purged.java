package io.junheng.job;

/**
 * Originals that were removed from the archive, or would be, and their size together.
 *
 * @param neededByReleases originals that stay only because a release is made of them
 */
public record Purged(long files, long bytes, long neededByReleases) {}
