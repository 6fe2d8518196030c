import { Trans, useLingui } from '@lingui/react/macro'
import { GitMerge, UserRoundSearch } from 'lucide-react'
import { useState } from 'react'
import type { ProposalView } from '#contract/contact.ts'
import { fromContactView } from '#contract/convert-contact.ts'
import type { AccountId } from '#core/account/account.ts'
import { addressOf, type Contact, ownName } from '#core/contact/contact.ts'
import type { LikenessKind } from '#core/contact/evidence.ts'
import { Button } from '../../kit/button.tsx'
import { call } from '../../api/api.ts'
import { say } from '../../kit/toast.tsx'
import { useMe } from '../../session/session.ts'
import { phoneWords } from '../phone.ts'
import { useName } from '../use-name.ts'
import { FindContactDialog } from './find-contact-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { MergeHistory } from './merge-history.tsx'
import { useProposals } from './use-proposals.ts'

type Chosen = { readonly other: Contact; readonly evidence: readonly LikenessKind[] }

/** Who may be the same person, who was merged into this contact, and the way to say so by hand. */
export function ContactMerges({ contact }: { readonly contact: Contact }) {
  const { t } = useLingui()
  const me = useMe()
  const may = me.permissions.includes('contact:identify')
  const { proposals, reload } = useProposals(contact, may)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [searches, setSearches] = useState(false)
  const choose = (other: Contact, evidence: readonly LikenessKind[]) => {
    setSearches(false)
    setChosen({ other, evidence })
  }
  const isMerged = contact.parts !== undefined || contact.separations !== undefined
  if (!may && !isMerged) return null
  return (
    <section className="border-t border-border px-4 py-3" data-testid="contact-merges">
      <h3 className="pb-1.5 text-2xs font-semibold tracking-[0.02em] text-text-3">{t`La misma persona`}</h3>
      {proposals.map((proposal) => (
        <ProposalCard
          key={proposal.contact.id}
          contact={contact}
          proposal={proposal}
          onChoose={choose}
          onSettled={() => void reload()}
        />
      ))}
      <MergeHistory contact={contact} mayUndo={may} />
      {may && (
        <div className="-ml-2.5">
          <Button
            look="quiet"
            size="sm"
            className="max-md:h-11"
            onPress={() => setSearches(true)}
            data-testid="find-contact"
          >
            <GitMerge size={14} aria-hidden />
            <Trans>Unir con otro contacto…</Trans>
          </Button>
        </div>
      )}
      {searches && <FindContactDialog contact={contact} onChoose={choose} onClose={() => setSearches(false)} />}
      {chosen && <MergeDialog contact={contact} {...chosen} onClose={() => setChosen(null)} />}
    </section>
  )
}

type CardProps = {
  readonly contact: Contact
  readonly proposal: ProposalView
  readonly onChoose: (other: Contact, evidence: readonly LikenessKind[]) => void
  readonly onSettled: () => void
}

/** One contact who may be the same, why, and what to do about it. */
function ProposalCard({ contact, proposal, onChoose, onSettled }: CardProps) {
  const { t } = useLingui()
  const me = useMe()
  const [busy, setBusy] = useState(false)
  const other = fromContactView(proposal.contact, me.account.id as AccountId)
  const name = useName()(other)
  const phone = ownName(other) === null ? null : addressOf(other, 'phone')
  const evidence = proposal.evidence.map(({ kind }) => kind)
  const keepApart = async () => {
    setBusy(true)
    const body = { from: other.contactId, evidence }
    const done = await call('keepContactsApart', { params: { id: contact.contactId }, body })
    setBusy(false)
    if (!done.ok) return say(done.error.detail || done.error.title)
    say(t`Anotado: no es ${name}`)
    onSettled()
  }
  return (
    <div data-testid="merge-proposal" className="mb-2 rounded-lg bg-warn-soft px-3 py-2.5 text-sm">
      <p className="flex items-start gap-2 font-semibold">
        <UserRoundSearch size={16} className="mt-0.5 shrink-0 text-warn" aria-hidden />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <Trans>¿Es también {name}?</Trans>
          {phone && (
            <span className="block text-xs font-normal text-text-2 tabular">
              {phoneWords(phone.value, me.account.country)}
            </span>
          )}
        </span>
      </p>
      <ul className="my-1.5 flex flex-col gap-1 pl-6 text-xs leading-4.5 text-text-2">
        {proposal.evidence.map(({ kind, own, words }) => (
          <li key={kind + own}>{words}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-1.5 pl-6 max-md:*:h-11">
        <Button size="sm" onPress={() => onChoose(other, evidence)}>
          <Trans>Comparar</Trans>
        </Button>
        <Button size="sm" look="quiet" isDisabled={busy} onPress={() => void keepApart()}>
          <Trans>Es otra persona</Trans>
        </Button>
      </div>
    </div>
  )
}
