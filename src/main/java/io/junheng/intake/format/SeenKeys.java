package io.junheng.intake.format;

/**
 * The keys met so far in a delivery, each with the position where it stood first. Kept as 64-bit
 * hashes in plain arrays, 12 bytes a slot: two different keys of a delivery of a million rows are
 * taken for one with a likelihood of 3 × 10⁻⁸.
 */
final class SeenKeys {
  static final int NEW = -1;

  private long[] hashes;
  private int[] positions;
  private int size;

  SeenKeys() {
    clear();
  }

  /** Forgets all keys, and the memory that a large delivery took. */
  void clear() {
    hashes = new long[1 << 10];
    positions = new int[1 << 10];
    size = 0;
  }

  /** Adds a key; the position of the same key if it was met before, else {@link #NEW}. */
  int add(long keyHash, int position) {
    long hash = keyHash == 0 ? 1 : keyHash;
    int slot = slotOf(hash, hashes);
    if (hashes[slot] == hash) {
      return positions[slot];
    }
    hashes[slot] = hash;
    positions[slot] = position;
    if (++size > hashes.length / 4 * 3) {
      grow();
    }
    return NEW;
  }

  private static int slotOf(long hash, long[] in) {
    int mask = in.length - 1;
    int slot = (int) (hash ^ (hash >>> 32)) & mask;
    while (in[slot] != 0 && in[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] moreHashes = new long[hashes.length * 2];
    int[] morePositions = new int[hashes.length * 2];
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] != 0) {
        int slot = slotOf(hashes[i], moreHashes);
        moreHashes[slot] = hashes[i];
        morePositions[slot] = positions[i];
      }
    }
    hashes = moreHashes;
    positions = morePositions;
  }
}
