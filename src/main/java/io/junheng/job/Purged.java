package io.junheng.job;

/** Originals that were removed from the archive, or would be, and their size together. */
public record Purged(long files, long bytes) {}
