import { useEffect, useState } from 'react'
import type { FormView } from '#contract/forms.ts'
import { call } from '../api/api.ts'

type Known = { readonly forms: readonly FormView[]; readonly state: 'loading' | 'ready' | 'failed' }

/** The forms of a number that can be sent, as Meta lists them now. */
export function useForms(lineId: string): Known {
  const [known, setKnown] = useState<Known>({ forms: [], state: 'loading' })
  useEffect(() => {
    let gone = false
    void call('listForms', { params: { id: lineId } }).then((result) => {
      if (gone) return
      const forms = result.ok ? result.value.data.filter(({ state }) => state !== 'ended') : []
      setKnown({ forms, state: result.ok ? 'ready' : 'failed' })
    })
    return () => {
      gone = true
    }
  }, [lineId])
  return known
}
