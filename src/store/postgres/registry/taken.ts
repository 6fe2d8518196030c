import { Taken } from '../../registry.ts'
import { codeOf, raceOf } from '../errors.ts'

/** Tells a violation of this unique key as `Taken`. */
export async function orTaken<Value>(work: Promise<Value>, constraint: string, what: string): Promise<Value> {
  try {
    return await work
  } catch (error) {
    if (codeOf(error) === '23505' && raceOf(error) === constraint) {
      throw new Taken(`${what} belongs to somebody else in this installation.`, { cause: error })
    }
    throw error
  }
}
