import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { Account } from '../../line/accounts.ts'
import { beginOn } from '../kept.ts'
import { Labelled, selectLook } from './labelled.tsx'

type Props = {
  readonly accounts: readonly Account[]
  readonly wabaId: string
  /** It is somewhere already: only a copy goes to another account. */
  readonly isFixed: boolean
}

/** Which WhatsApp account the template is for; only where a company has several. */
export function AccountSection({ accounts, wabaId, isFixed }: Props) {
  const { t } = useLingui()
  const id = useId()
  return (
    <div className="px-6 pt-5 max-md:px-4">
      <Labelled label={t`Cuenta de WhatsApp`} htmlFor={id}>
        <select
          id={id}
          className={selectLook}
          value={accounts.find((account) => account.wabaId === wabaId)?.lineId ?? ''}
          disabled={isFixed}
          onChange={(event) => beginOn(event.target.value)}
        >
          {accounts.map(({ lineId, name }) => (
            <option key={lineId} value={lineId}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
    </div>
  )
}
