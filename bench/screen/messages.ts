import { inboundId, requestOf, type Told } from '../ingest/events.ts'

/** Every fourth message comes from the first customer, whose thread is open in the browser. */
export const isOfFirstCustomer = (number: number): boolean => number % 4 === 0

export function messageRequest(number: number, told: Told, port: number): Buffer {
  const customer = isOfFirstCustomer(number) ? 0 : number % told.customers
  return requestOf([{ kind: 'message', number, customer, wireId: inboundId(number) }], told, port)
}
