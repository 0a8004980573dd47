package io.junheng.sample;

/**
 * A fault that has found its file.
 *
 * @param place where in the file, from 0 to below 1
 */
record PlantedFault(FaultKind kind, String column, double place) {}
