/** A refusal of the control API: 400, 404 or 409 with a code for programs and a sentence for people. */
export class ControlRefusal extends Error {
  readonly http: 400 | 404 | 409
  readonly code: string

  constructor(http: 400 | 404 | 409, code: string, message: string) {
    super(message)
    this.http = http
    this.code = code
  }
}

export const invalid = (message: string): ControlRefusal => new ControlRefusal(400, 'invalid', message)
export const missing = (what: string, id: string): ControlRefusal =>
  new ControlRefusal(404, 'not-found', `There is no ${what} "${id}" in this emulator`)
export const conflict = (message: string): ControlRefusal => new ControlRefusal(409, 'conflict', message)
