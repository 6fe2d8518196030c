import { useEffect, useState } from 'react'
import type { PolicyView } from '#contract/policy.ts'
import { call } from '../../api/api.ts'

/** The company's policy as the server knows it. `keep` takes a newer one that a change answered. */
export function usePolicy() {
  const [policy, setPolicy] = useState<PolicyView | null>(null)
  const [failed, setFailed] = useState(false)
  const load = () =>
    void call('getContactPolicy', {}).then((result) => {
      setFailed(!result.ok)
      if (result.ok) setPolicy(result.value)
    })
  useEffect(load, [])
  return { policy, failed, reload: load, keep: setPolicy }
}
