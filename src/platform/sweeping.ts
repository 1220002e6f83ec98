/** Whether this process tidies up by the clock; tests tidy when they choose to. */
export class Sweeping {
  constructor(readonly isOn: boolean) {}
}
