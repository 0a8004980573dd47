/** The made-up province: its bytes, its people, its design and its planted faults. */
package io.junheng.sample;
