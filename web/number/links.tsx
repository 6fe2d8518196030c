import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useState } from 'react'
import type { LinkView } from '#contract/number.ts'
import { call } from '../api/api.ts'
import { Button } from '../kit/button.tsx'
import { Field } from '../kit/field.tsx'
import { say } from '../kit/toast.tsx'
import { LinkRow } from './link-row.tsx'
import { Part } from './part.tsx'

type Props = { readonly lineId: string; readonly address: string }

/** Links that open a chat with this number; those made at Meta bring words along and can be changed later. */
export function Links({ lineId, address }: Props) {
  const { t } = useLingui()
  const [links, setLinks] = useState<readonly LinkView[]>([])
  const [text, setText] = useState('')
  const plain = `https://wa.me/${address.replace(/\D/g, '')}`
  const [isUnread, setUnread] = useState(false)
  useEffect(() => {
    void call('listLinks', { params: { id: lineId } }).then((result) => {
      setUnread(!result.ok)
      if (result.ok) setLinks(result.value.data)
    })
  }, [lineId])
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const result = await call('addLink', { params: { id: lineId }, body: { text } })
    if (!result.ok) return say(result.error.errors[0]?.found ?? result.error.title)
    setLinks([result.value, ...links])
    setText('')
  }
  const remove = async (code: string) => {
    const result = await call('removeLink', { params: { id: lineId }, body: { code } })
    if (result.ok) setLinks(links.filter((link) => link.code !== code))
  }
  return (
    <Part
      title={t`Enlaces y códigos QR`}
      hint={t`Para el sitio, las redes y los carteles. Cada uno puede traer escrita la primera frase.`}
    >
      <ul className="-mt-1 flex flex-col">
        <LinkRow url={plain} text={t`Abre el chat vacío`} />
        {links.map((link) => (
          <LinkRow key={link.code} url={link.url} text={link.text} onRemove={() => void remove(link.code)} />
        ))}
      </ul>
      {isUnread && (
        <p className="pt-1 text-sm text-text-2">
          <Trans>Meta no muestra ahora los demás enlaces; siguen abriendo el chat.</Trans>
        </p>
      )}
      <form onSubmit={(event) => void add(event)} className="flex items-end gap-2 pt-3">
        <Field
          label={t`Primera frase del cliente`}
          value={text}
          required
          maxLength={140}
          placeholder={t`Hola, vi el cartel de la sucursal`}
          onChange={(event) => setText(event.target.value)}
          className="flex-1"
        />
        <Button type="submit" className="h-9!">
          <Trans>Crear enlace</Trans>
        </Button>
      </form>
    </Part>
  )
}
