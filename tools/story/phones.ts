type Bubble = { readonly wamid: string; readonly from: string; readonly kind: string; readonly message: unknown }

/** The customers' phones, by the emulator's control API. */
export type Phones = ReturnType<typeof phonesAt>

export function phonesAt(emulatorUrl: string) {
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${emulatorUrl}/control/v1${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as Answer
  }
  const chat = (phone: string, number: string) => `/phones/${phone}/chats/${number}`
  const bubbles = async (phone: string, number: string): Promise<Bubble[]> =>
    (await call<{ data: Bubble[] }>('GET', chat(phone, number))).data

  return {
    setClock: (offsetMs: number) => call<void>('POST', '/clock', { offsetMs }),
    setFaults: (faults: object) => call<void>('PUT', '/faults', faults),
    clearFaults: () => call<void>('DELETE', '/faults'),
    nameOf: async (phone: string): Promise<string> => (await call<{ name: string }>('GET', `/phones/${phone}`)).name,
    read: (phone: string, number: string) => call<void>('POST', `${chat(phone, number)}/read`, {}),
    write: async (phone: string, number: string, compose: unknown): Promise<string> =>
      (await call<{ wamid: string }>('POST', `${chat(phone, number)}/messages`, compose)).wamid,

    /** Turns the name of a button or row, or the side a reaction goes to, into the ids the emulator wants. */
    resolve: async (phone: string, number: string, does: Readonly<Record<string, unknown>>): Promise<unknown> => {
      if (does['kind'] !== 'press' && does['kind'] !== 'choose' && does['kind'] !== 'react') return does
      const ours = (await bubbles(phone, number)).filter((bubble) => bubble.from === 'business').reverse()
      if (does['kind'] === 'react') return { kind: 'reaction', target: ours[0]?.wamid, emoji: does['emoji'] }
      const wanted = String(does['button'] ?? does['row'])
      for (const bubble of ours) {
        const id = idOfChoice(bubble.message, wanted)
        if (id === null) continue
        return does['kind'] === 'press'
          ? { kind: 'press', target: bubble.wamid, buttonId: id }
          : { kind: 'choose', target: bubble.wamid, rowId: id }
      }
      throw new Error(`${phone} has nothing called "${wanted}" to press`)
    },
  }
}

/** Finds a button or row by its title anywhere in a message. */
function idOfChoice(value: unknown, title: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const fields = value as Record<string, unknown>
  if (fields['title'] === title && typeof fields['id'] === 'string') return fields['id']
  if (fields['text'] === title) return typeof fields['id'] === 'string' ? fields['id'] : title
  for (const part of Object.values(fields)) {
    const found = idOfChoice(part, title)
    if (found !== null) return found
  }
  return null
}
