import type { Words } from '../problem/problem.ts'

/** What a step may mind, in plain sentences; `{…}` is filled in. */
export const FINDING_WORDS = {
  'activity-unlikely': [
    'Lo que marcó está en las listas de lo que Meta no admite. Puede seguir, pero lo más probable es un rechazo o un bloqueo.',
    'What you marked is on Meta’s lists of what it does not admit. You can go on, but a refusal or a block is most likely.',
    'O que você marcou está nas listas do que a Meta não admite. Pode seguir, mas o mais provável é uma recusa ou um bloqueio.',
  ],
  'activity-depends': [
    'Depende de qué se venda o se escriba exactamente: lea los matices antes de seguir.',
    'It depends on what exactly is sold or written: read the nuances before going on.',
    'Depende do que exatamente se vende ou se escreve: leia as nuances antes de seguir.',
  ],
  'company-unverified': [
    'Sin verificar, la empresa puede tener dos números y escribir primero a 250 personas en 24 horas. Se puede empezar así.',
    'Unverified, a company may have two numbers and write first to 250 people in 24 hours. One can begin like that.',
    'Sem verificação, a empresa pode ter dois números e escrever primeiro a 250 pessoas em 24 horas. Dá para começar assim.',
  ],
  'company-in-review': [
    'Meta está revisando los documentos; solo queda esperar. Puede seguir con los demás pasos.',
    'Meta is looking at the documents; all one can do is wait. You can go on with the other steps.',
    'A Meta está analisando os documentos; resta esperar. Você pode seguir com os outros passos.',
  ],
  'company-rejected': [
    'Meta rechazó la verificación. Corrija los documentos en el centro de seguridad de Meta y vuelva a enviarlos.',
    'Meta rejected the verification. Correct the documents in Meta’s security centre and send them again.',
    'A Meta recusou a verificação. Corrija os documentos na central de segurança da Meta e envie de novo.',
  ],
  'company-no-site': [
    'Sin sitio web, Meta suele pedir más pruebas del nombre. Sirve también una página en redes con el nombre de la marca.',
    'Without a web site, Meta mostly asks for more proof of the name. A social page with the brand’s name helps, too.',
    'Sem site, a Meta costuma pedir mais provas do nome. Uma página em redes sociais com o nome da marca também ajuda.',
  ],
  'number-invalid': [
    'No es un número de teléfono completo. Escríbalo con el código del país, por ejemplo +52 55 1234 5678.',
    'This is no complete phone number. Write it with the country code, such as +52 55 1234 5678.',
    'Não é um número de telefone completo. Escreva com o código do país, por exemplo +55 11 91234-5678.',
  ],
  'number-ours': [
    '{phone} ya está conectado en Hilo.',
    '{phone} is connected to Hilo already.',
    '{phone} já está conectado no Hilo.',
  ],
  'number-format': [
    'Sus clientes lo verán así: {phone}.',
    'Your customers will see it like this: {phone}.',
    'Seus clientes o verão assim: {phone}.',
  ],
  'number-kind': [
    'Los números cortos, de tarificación especial o compartidos no sirven para WhatsApp.',
    'Short, premium-rate or shared-cost numbers cannot be used for WhatsApp.',
    'Números curtos, de tarifa especial ou compartilhados não servem para o WhatsApp.',
  ],
  'number-voice': [
    'A este número no le llegan SMS: el código se pide por llamada.',
    'No SMS reaches this number: ask for the code by call.',
    'A este número não chega SMS: peça o código por ligação.',
  ],
  'number-toll-free': [
    'Compruebe que acepta llamadas del extranjero: el código lo dicta una máquina de Meta desde otro país.',
    'Make sure it takes calls from abroad: a machine of Meta’s reads the code out from another country.',
    'Confira se aceita ligações do exterior: uma máquina da Meta dita o código de outro país.',
  ],
  'number-internet': [
    'A muchos números de internet (VoIP) no les llega el SMS, y Meta rechaza algunos. Tenga lista la llamada.',
    'Many internet numbers (VoIP) get no SMS, and Meta refuses some. Be ready for the call.',
    'Muitos números de internet (VoIP) não recebem o SMS, e a Meta recusa alguns. Deixe a ligação preparada.',
  ],
  'number-voice-menu': [
    'Apague el menú de voz mientras llega el código, o que conteste una persona: la máquina no marca opciones.',
    'Turn the voice menu off while the code comes, or let a person answer: the machine presses no keys.',
    'Desligue o menu de voz enquanto o código chega, ou deixe uma pessoa atender: a máquina não digita opções.',
  ],
  'number-in-app': [
    'Hay que liberarlo: en el WhatsApp de ese número, Ajustes → Cuenta → Eliminar mi cuenta. Los chats del teléfono se pierden; espere unos minutos.',
    'It has to be freed: in the WhatsApp of that number, Settings → Account → Delete my account. Its chats are lost; wait some minutes.',
    'É preciso liberá-lo: no WhatsApp desse número, Configurações → Conta → Apagar minha conta. As conversas se perdem; espere alguns minutos.',
  ],
  'number-in-business-app': [
    'Está en la app WhatsApp Business. Consérvela y trabaje con las dos, o elimine la cuenta en la app para liberarlo.',
    'It is in the WhatsApp Business app. Keep it and work with both, or delete the account in the app to free it.',
    'Está no app WhatsApp Business. Mantenha-o e trabalhe com os dois, ou apague a conta no app para liberá-lo.',
  ],
  'number-stays-in-app': [
    'La app seguirá funcionando. Actualícela, conserve el teléfono encendido, y cuente con 20 mensajes por segundo como máximo.',
    'The app goes on working. Update it, keep the telephone on, and count on 20 messages a second at most.',
    'O app continua funcionando. Atualize-o, mantenha o telefone ligado, e conte com no máximo 20 mensagens por segundo.',
  ],
  'number-elsewhere': [
    'Antes, pida a su proveedor actual que desactive el PIN de dos pasos y libere el número; los mensajes y las plantillas de allí no vienen con él.',
    'First ask your present provider to switch the two-step PIN off and free the number; messages and templates there do not come along.',
    'Antes, peça ao provedor atual que desative o PIN de duas etapas e libere o número; mensagens e modelos de lá não vêm junto.',
  ],
  'number-why-another': [
    'Ya tiene un número. Diga por qué hace falta otro.',
    'You have a number already. Say why another is needed.',
    'Você já tem um número. Diga por que precisa de outro.',
  ],
  'number-not-needed': [
    'Para eso no hace falta otro: en un número atienden todos los agentes que quiera, con 80 mensajes por segundo. Otro número reparte la reputación y confunde a los clientes.',
    'No other is needed for that: any number of agents work on one, with 80 messages a second. Another number divides your reputation and confuses customers.',
    'Para isso não precisa de outro: em um número atendem quantos agentes quiser, com 80 mensagens por segundo. Outro número divide a reputação e confunde os clientes.',
  ],
  'name-short': [
    'El nombre necesita al menos {least} letras.',
    'The name needs at least {least} letters.',
    'O nome precisa de pelo menos {least} letras.',
  ],
  'name-long': ['Más de {most} caracteres.', 'More than {most} characters.', 'Mais de {most} caracteres.'],
  'name-meta': [
    '«{text}» es una marca de Meta: nadie más puede llevarla en su nombre.',
    '“{text}” is a brand of Meta’s: nobody else may carry it in a name.',
    '“{text}” é uma marca da Meta: ninguém mais pode levá-la no nome.',
  ],
  'name-address': ['Una dirección web no es un nombre.', 'A web address is no name.', 'Um endereço web não é um nome.'],
  'name-emoji': ['Sin emojis.', 'No emojis.', 'Sem emojis.'],
  'name-signs': ['Sin signos como {text}.', 'No signs such as {text}.', 'Sem sinais como {text}.'],
  'name-spaces': ['Hay espacios de más.', 'There are too many spaces.', 'Há espaços demais.'],
  'name-edges': [
    'Sobra un espacio al principio o al final.',
    'There is a space too many at the beginning or the end.',
    'Sobra um espaço no começo ou no fim.',
  ],
  'name-capitals': [
    'Todo en mayúsculas solo se acepta si la marca se escribe siempre así.',
    'All capitals pass only where the brand is always written like that.',
    'Tudo em maiúsculas só é aceito se a marca se escreve sempre assim.',
  ],
  'name-generic': [
    'Dice qué hace o dónde está, no quién es. Añada la marca: «{company}».',
    'It says what you do or where you are, not who you are. Add the brand: “{company}”.',
    'Diz o que faz ou onde está, não quem é. Acrescente a marca: “{company}”.',
  ],
  'name-unsupported': [
    'No comparte ninguna palabra con «{company}»: busque el nombre en su sitio web, que es lo que Meta mirará.',
    'It shares no word with “{company}”: look for the name on your web site, which is what Meta will look at.',
    'Não compartilha nenhuma palavra com “{company}”: procure o nome no seu site, que é o que a Meta vai olhar.',
  ],
  'name-unproven': [
    'Falta con qué compararlo: escriba la razón social en «La empresa» o lea su sitio web, que es lo que Meta mirará.',
    'There is nothing to hold it against yet: write the legal name in “The company”, or read your web site, which Meta will look at.',
    'Falta com o que comparar: escreva a razão social em “A empresa” ou leia seu site, que é o que a Meta vai olhar.',
  ],
  'name-partly-supported': [
    'En el sitio hay palabras del nombre, pero no el nombre entero. Escríbalo tal cual en la página, por ejemplo en el pie.',
    'The site has words of the name, but not the whole name. Write it there as it is, in the footer for instance.',
    'No site há palavras do nome, mas não o nome inteiro. Escreva-o tal qual na página, por exemplo no rodapé.',
  ],
  'name-not-on-site': [
    'El sitio no habla de este nombre. Meta lo rechazará: ponga el nombre en la página y su relación con la empresa, o elija el que ya está.',
    'The site does not speak of this name. Meta will reject it: put the name and how it belongs to the company on the page, or choose one that is there.',
    'O site não fala deste nome. A Meta vai recusá-lo: ponha na página o nome e sua relação com a empresa, ou escolha um que já esteja lá.',
  ],
  'connect-no-handshake': [
    'Meta todavía no ha llamado a la puerta de Hilo: sin eso no llegan mensajes.',
    'Meta has not knocked at Hilo’s door yet: without that no messages arrive.',
    'A Meta ainda não bateu à porta do Hilo: sem isso não chegam mensagens.',
  ],
  'connect-not-public': [
    'Meta solo llama a direcciones https públicas: ponga Hilo detrás de su dominio.',
    'Meta calls public https addresses only: put Hilo behind your domain.',
    'A Meta só chama endereços https públicos: ponha o Hilo atrás do seu domínio.',
  ],
  'prove-no-answer': [
    'El mensaje salió. Responda desde ese teléfono para probar el camino de vuelta.',
    'The message left. Answer from that telephone to prove the way back.',
    'A mensagem saiu. Responda desse telefone para provar o caminho de volta.',
  ],
} as const satisfies Record<string, Words>

export type GuideFindingCode = keyof typeof FINDING_WORDS
