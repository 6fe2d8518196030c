import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { OutgoingContent } from '#contract/content.ts'
import { Field, inputLook } from '../kit/field.tsx'
import { send } from '../outbox/send.ts'
import { BodyField } from './body-field.tsx'
import type { FormProps } from './form-props.ts'
import { FormShell } from './form-shell.tsx'

const MOST_PRODUCTS = 30
const CATALOGUE_KEY = 'hilo.catalogue'

type Asked = Extract<OutgoingContent, { kind: 'product' | 'products' | 'catalogue' }>

/** No code sends the catalogue, one a product, more a list of products. */
export default function ProductsForm({ id, replyTo, onClose }: FormProps) {
  const { t } = useLingui()
  const [body, setBody] = useState('')
  const [title, setTitle] = useState('')
  const [codes, setCodes] = useState('')
  const [catalogueId, setCatalogueId] = useState(() => localStorage.getItem(CATALOGUE_KEY) ?? '')
  const ids = [...new Set(codes.split(/[\s,;]+/).filter(Boolean))]
  const needsCatalogue = ids.length > 0
  const needsTitle = ids.length > 1
  const ready =
    (body.trim() !== '' || ids.length === 1) &&
    ids.length <= MOST_PRODUCTS &&
    (!needsCatalogue || catalogueId.trim() !== '') &&
    (!needsTitle || title.trim() !== '')

  const submit = () => {
    localStorage.setItem(CATALOGUE_KEY, catalogueId.trim())
    const content = contentOf({ ids, body: body.trim(), title: title.trim(), catalogId: catalogueId.trim() })
    send({ conversationId: id, asked: content, shown: content, replyTo })
  }
  return (
    <FormShell title={t`Productos del catálogo`} ready={ready} onSend={submit} onClose={onClose}>
      <BodyField value={body} onChange={setBody} />
      <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
        <Trans>Códigos de los productos, uno por línea; sin códigos se envía el catálogo</Trans>
        <textarea
          rows={3}
          value={codes}
          onChange={(event) => setCodes(event.target.value)}
          className={`${inputLook} resize-none py-2 font-mono font-normal`}
        />
        {ids.length > MOST_PRODUCTS && (
          <span role="alert" className="font-medium text-danger">
            <Trans>WhatsApp admite {MOST_PRODUCTS} productos en un mensaje.</Trans>
          </span>
        )}
      </label>
      {needsTitle && (
        <Field label={t`Título`} value={title} maxLength={24} onChange={(event) => setTitle(event.target.value)} />
      )}
      {needsCatalogue && (
        <Field
          label={t`Id del catálogo en Meta`}
          value={catalogueId}
          onChange={(event) => setCatalogueId(event.target.value)}
        />
      )}
    </FormShell>
  )
}

type Given = {
  readonly ids: string[]
  readonly body: string
  readonly title: string
  readonly catalogId: string
}

function contentOf({ ids, body, title, catalogId }: Given): Asked {
  const [first] = ids
  if (first === undefined) return { kind: 'catalogue', body, footer: null, thumbnailId: null }
  if (ids.length === 1) return { kind: 'product', body: body || null, footer: null, catalogId, productId: first }
  return { kind: 'products', header: title, body, footer: null, catalogId, sections: [{ title, productIds: ids }] }
}
