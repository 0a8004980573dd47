/**
 * From landing files to silver rows and rows set aside. {@link io.junheng.intake.Intake} is what a
 * job calls; {@code intake.format} reads, {@code intake.check} judges.
 */
package io.junheng.intake;
