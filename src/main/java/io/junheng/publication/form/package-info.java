/**
 * The declaration forms (申报表 Ⅰ–Ⅵ) and the schools' self-check form of 教督〔2017〕6号, filled from gold.
 * Each cell has an id, by which a number is explained and a form that a county has changed is held
 * against the lake. The layout follows published descriptions; it is our reading of the form.
 */
package io.junheng.publication.form;
