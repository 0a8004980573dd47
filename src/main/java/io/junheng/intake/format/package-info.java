/**
 * Reads what counties deliver: lists the landing folder, opens each file, decodes it, finds the
 * columns by their headers and turns every cell into the type that the contract asks for.
 * Identifiers of people leave this package only as keyed hashes, unless an expression of the
 * contract reads them in the same pass.
 *
 * <p>The way through: {@link io.junheng.intake.format.Landing} → {@link
 * io.junheng.intake.format.DeliveredFile} → (archived by the job) → {@link
 * io.junheng.intake.format.ReadDeliveries} → rows with {@code _problems}, judged by {@code
 * intake.check}.
 *
 * <p>Another format is another case of {@link io.junheng.intake.format.DeliveredFormat}; it only
 * has to yield records of text cells.
 */
package io.junheng.intake.format;
