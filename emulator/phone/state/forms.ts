import { control } from '../control/client.ts'
import type { FormStep, FormTurn } from '../control/types.ts'
import { useApp } from './store.ts'

/** Takes a form one turn on; what could not be asked is a failure that can be read. */
export async function turnForm(wamid: string, step: FormStep): Promise<FormTurn> {
  const { phone, number } = useApp.getState()
  if (phone === null || number === null) return { kind: 'unknown' }
  try {
    return await control.form(phone, number, { wamid, ...step })
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}
