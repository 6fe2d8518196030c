import type { AccountId } from '../account/account.ts'
import type { PastThread } from '../app-sync/portion.ts'
import { denialKey } from '../consent/sign-up.ts'
import { candidatesOf } from '../contact/identify.ts'
import { groupAddress } from '../group/member.ts'
import type { Line } from '../line/line.ts'
import type { Content } from '../message/content.ts'
import type { Command } from './command.ts'
import type { Needs } from './world.ts'

type Draft = { -readonly [Key in Exclude<keyof Needs, 'accountId'>]: Needs[Key][number][] }

/**
 * What must be loaded to decide these commands of one account. The recipient a report names is left out: nearly always the
 * contact has that address already, and where not, the loop looks it up and decides again.
 */
export function needsOf(accountId: AccountId, commands: readonly Command[]): Needs {
  const draft: Draft = {
    addresses: [],
    wireIds: [],
    messages: [],
    conversations: [],
    contacts: [],
    clientKeys: [],
    templates: [],
  }
  for (const command of commands) addNeeds(draft, command)
  return { accountId, ...draft }
}

function addNeeds(draft: Draft, command: Command): void {
  switch (command.kind) {
    case 'receive-message': {
      const { lineId, channel } = command.line
      for (const address of candidatesOf(channel, command.sender)) draft.addresses.push({ address, lineId })
      draft.wireIds.push({ lineId, wireId: command.wireId })
      const { content } = command
      if ('targetWireId' in content) draft.wireIds.push({ lineId, wireId: content.targetWireId })
      if (command.replyToWireId !== null) draft.wireIds.push({ lineId, wireId: command.replyToWireId })
      if (content.kind === 'contacts' && content.own) addOwnPhones(draft, command, content)
      const group = command.circumstances?.group
      if (group !== undefined) draft.addresses.push({ address: groupAddress(channel, group), lineId })
      return
    }
    case 'receive-echo': {
      const { lineId, channel } = command.line
      for (const address of candidatesOf(channel, command.recipient)) draft.addresses.push({ address, lineId })
      draft.wireIds.push({ lineId, wireId: command.wireId })
      if ('targetWireId' in command.content) draft.wireIds.push({ lineId, wireId: command.content.targetWireId })
      if (command.replyToWireId !== null) draft.wireIds.push({ lineId, wireId: command.replyToWireId })
      return
    }
    case 'receive-status': {
      draft.wireIds.push({ lineId: command.line.lineId, wireId: command.wireId })
      if (command.messageId !== null) draft.messages.push(command.messageId)
      if (command.isInGroup) {
        for (const address of candidatesOf(command.line.channel, command.recipient)) {
          draft.addresses.push({ address, lineId: null })
        }
      }
      return
    }
    case 'receive-group': {
      const { lineId, channel } = command.line
      draft.addresses.push({ address: groupAddress(channel, command.group), lineId })
      for (const person of command.who) {
        for (const address of candidatesOf(channel, person)) draft.addresses.push({ address, lineId: null })
      }
      draft.wireIds.push({ lineId, wireId: command.wireId })
      return
    }
    case 'add-app-contacts':
      for (const { phone } of command.contacts) {
        for (const address of candidatesOf(command.line.channel, { userId: null, phone })) {
          draft.addresses.push({ address, lineId: null })
        }
      }
      return
    case 'add-history':
      for (const thread of command.threads) addHistoryNeeds(draft, command.line, thread)
      return
    case 'change-identity': {
      const { lineId, channel } = command.line
      draft.wireIds.push({ lineId, wireId: command.wireId })
      for (const sender of [command.before, command.after]) {
        for (const address of candidatesOf(channel, sender)) draft.addresses.push({ address, lineId })
      }
      return
    }
    case 'send-message':
      draft.clientKeys.push(command.clientKey)
      if (command.to.kind === 'conversation') draft.conversations.push(command.to.conversationId)
      if (command.to.kind === 'contact') {
        draft.contacts.push({ contactId: command.to.contactId, lineId: command.to.line.lineId })
      }
      if (command.to.kind === 'person') {
        const { line, sender } = command.to
        for (const address of candidatesOf(line.channel, sender)) draft.addresses.push({ address, lineId: line.lineId })
      }
      if (command.replyToMessageId !== null) draft.messages.push(command.replyToMessageId)
      if (command.target !== null) draft.messages.push(command.target)
      if (command.template !== null) draft.templates.push(command.template)
      return
    case 'begin-send':
      draft.messages.push(command.messageId)
      if (command.template !== null) draft.templates.push(command.template)
      return
    case 'retry-message':
      draft.messages.push(command.messageId)
      if (command.template !== null) draft.templates.push(command.template)
      return
    case 'settle-send':
      draft.messages.push(command.messageId)
      if (command.outcome.kind === 'accepted') {
        draft.wireIds.push({ lineId: command.lineId, wireId: command.outcome.wireId })
      }
      return
    case 'confirm-sign-up':
      draft.messages.push(command.messageId)
      draft.clientKeys.push(denialKey(command.messageId))
      return
    case 'cancel-message':
    case 'settle-media':
      draft.messages.push(command.messageId)
      return
    case 'assign-conversation':
    case 'resolve-conversation':
    case 'reopen-conversation':
    case 'see-conversation':
      draft.conversations.push(command.conversationId)
      return
    case 'settle-identity':
    case 'merge-contacts':
    case 'undo-merge':
      for (const lineId of [null, ...command.lineIds]) {
        for (const contactId of [command.contactId, command.intoId]) draft.contacts.push({ contactId, lineId })
      }
      if ('formerId' in command) draft.contacts.push({ contactId: command.formerId, lineId: null })
      return
    case 'keep-apart':
      for (const contactId of [command.contactId, command.otherId]) draft.contacts.push({ contactId, lineId: null })
      return
    case 'place-contact':
    case 'block-contact':
    case 'unblock-contact':
    case 'settle-block':
    case 'erase-contact':
      draft.contacts.push({ contactId: command.contactId, lineId: null })
      return
    case 'touch-message':
      draft.wireIds.push({ lineId: command.lineId, wireId: command.targetWireId })
      return
    case 'record-consent': {
      const { of } = command
      if (of.kind === 'contact') draft.contacts.push({ contactId: of.contactId, lineId: null })
      else for (const address of candidatesOf(of.channel, of.sender)) draft.addresses.push({ address, lineId: null })
      return
    }
    case 'receive-notice': {
      const about = command.notice?.about
      if (about?.kind !== 'contact') return
      for (const address of candidatesOf(command.line.channel, about)) draft.addresses.push({ address, lineId: null })
      return
    }
    case 'receive-app-contacts':
    case 'receive-history':
    case 'sync-app':
    case 'note-templates':
    case 'sync-templates':
    case 'submit-template':
    case 'note-line':
      return
  }
}

function addHistoryNeeds(draft: Draft, { lineId, channel }: Line, { person, messages }: PastThread): void {
  for (const address of candidatesOf(channel, person)) draft.addresses.push({ address, lineId })
  for (const { wireId, content, replyToWireId } of messages) {
    draft.wireIds.push({ lineId, wireId })
    if ('targetWireId' in content) draft.wireIds.push({ lineId, wireId: content.targetWireId })
    if (replyToWireId !== null) draft.wireIds.push({ lineId, wireId: replyToWireId })
  }
}

type Received = Extract<Command, { kind: 'receive-message' }>

/** The phones on the card somebody gave of themselves: they may be somebody else's. */
function addOwnPhones(draft: Draft, { line }: Received, content: Extract<Content, { kind: 'contacts' }>): void {
  const phones = content.contacts.flatMap((card) => card.phones.flatMap(({ waId }) => waId ?? []))
  for (const phone of phones) {
    const sender = { userId: null, phone, name: null, username: null }
    for (const address of candidatesOf(line.channel, sender)) {
      draft.addresses.push({ address, lineId: line.lineId })
    }
  }
}
