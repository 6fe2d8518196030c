import { useCallback, useEffect, useState } from 'react'
import type { ProposalView } from '#contract/contact.ts'
import type { Contact } from '#core/contact/contact.ts'
import { call } from '../../api/api.ts'

/** Who may be the same person as the contact one looks at; read again when what is known of them changes. */
export function useProposals(contact: Contact, isAsked: boolean) {
  const { contactId } = contact
  const [proposals, setProposals] = useState<readonly ProposalView[]>([])
  const load = useCallback(async () => {
    const found = await call('listMergeProposals', { params: { id: contactId } })
    setProposals(found.ok ? found.value.data : [])
  }, [contactId])
  useEffect(() => {
    if (isAsked) void load()
    else setProposals([])
  }, [load, isAsked, contact.addresses, contact.parts])
  return { proposals, reload: load }
}
