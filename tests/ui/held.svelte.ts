/** A value that a component follows, as it follows its parent's. */
export class Held<Value> {
  current: Value = $state.raw() as Value;

  constructor(value: Value) {
    this.current = value;
  }
}
