import { useMemo, useState } from 'react'
import { displayName, type Contact } from '#core/contact/contact.ts'
import type { ContactId } from '#core/account/account.ts'
import { fieldNamesIn } from '#core/template/read.ts'
import { useDesk } from '../../store/desk-store.ts'
import type { Form } from '../model/form.ts'
import { subjectOf } from '../model/suggest-sample.ts'

/** Whose data the preview shows: a contact, the example for Meta, or the longest name somebody may have. */
export type Reader = { readonly kind: 'contact'; readonly id: ContactId } | { readonly kind: 'samples' | 'long' }

/** A name as long as real ones get: what it breaks is seen before a customer sees it. */
export const LONG_NAME = 'María Fernanda de los Ángeles Villavicencio Echeverría'

export type Values = Readonly<Record<string, string>>

/** Values for the fields of a form from what is known of a contact; what is not known stays out. */
export function valuesFor(form: Form, contact: Contact | undefined): Values {
  if (!contact) return {}
  const first = contact.name?.trim().split(/\s+/)[0]
  const phone = contact.addresses.find(({ kind }) => kind === 'phone')?.value
  return valuesBy(form, { name: first, phone: phone === undefined ? undefined : `+${phone}` })
}

function valuesBy(
  form: Form,
  known: { readonly name: string | undefined; readonly phone: string | undefined },
): Values {
  const { header } = form
  const texts = [
    ...fieldNamesIn(form.body).map((name) => ({ key: name, subject: subjectOf(form.body, name) })),
    ...(header.kind === 'text'
      ? fieldNamesIn(header.text).map((name) => ({ key: `header.${name}`, subject: subjectOf(header.text, name) }))
      : []),
  ]
  return Object.fromEntries(
    texts.flatMap(({ key, subject }): [string, string][] => {
      const value = subject === 'name' ? known.name : subject === 'phone' ? known.phone : undefined
      return value ? [[key, value]] : []
    }),
  )
}

/** Who is shown, what their fields hold, and a way to write other values in. */
export function usePreviewContact(form: Form) {
  const [reader, setReader] = useState<Reader>({ kind: 'samples' })
  const [typed, setTyped] = useState<Readonly<Record<string, Values>>>({})
  const contact = useDesk((state) => (reader.kind === 'contact' ? state.contacts.get(reader.id) : undefined))
  const key = reader.kind === 'contact' ? reader.id : reader.kind
  const name = contact ? displayName(contact) : null
  const values = useMemo(
    () => ({
      ...(reader.kind === 'long' ? valuesBy(form, { name: LONG_NAME, phone: undefined }) : valuesFor(form, contact)),
      ...typed[key],
    }),
    [form, contact, reader.kind, typed, key],
  )
  return {
    reader,
    name,
    values,
    choose: setReader,
    write: (field: string, value: string) =>
      setTyped((known) => ({ ...known, [key]: { ...known[key], [field]: value } })),
  }
}
