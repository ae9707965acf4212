/** Things joined pair by pair into groups (union-find), by number or by name; the lowest of a group stands for it. */
export class Groups<Key extends number | string> {
  readonly #parents = new Map<Key, Key>();

  find(key: Key): Key {
    let root = key;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    if (root !== key) this.#parents.set(key, root);
    return root;
  }

  join(a: Key, b: Key): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x < y) this.#parents.set(y, x);
    else if (y < x) this.#parents.set(x, y);
  }
}
