/**
 * A made-up province at any scale: files as counties deliver them, from a seed.
 *
 * <p>Beside the flow: what it writes is what {@code intake} reads. {@link
 * io.junheng.sample.SampleProvince} plans each county ({@code ProvincePlan}, {@code CountyPlan},
 * {@code SchoolPlan}), settles what its schools have ({@code Provision}) and writes one file for
 * each county and dataset ({@code …Rows}). Counties that pass and counties that fail for one reason
 * or another are planned: see {@code Defect}. Planted faults come with the list of what must be
 * found ({@link io.junheng.sample.FaultPlan}). Areas, header names and code labels are the
 * catalogue's. No Spark, and no figure of a real place.
 */
package io.junheng.sample;
