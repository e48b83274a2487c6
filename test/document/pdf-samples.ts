import { deflateSync } from 'node:zlib'

/** A PDF of one page with more objects, and more in its catalogue and its trailer. */
export function pdfWith({ objects = '', catalogue = '', trailer = '' }): Buffer {
  return Buffer.from(
    `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R${catalogue}>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
${objects}
trailer<</Size 20/Root 1 0 R${trailer}>>
%%EOF
`,
    'latin1',
  )
}

/** A PDF of so many pages. */
export function pdfOfPages(count: number): Buffer {
  const numbers = Array.from({ length: count }, (_, i) => i + 3)
  const pages = numbers.map((n) => `${n} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj`)
  const kids = numbers.map((n) => `${n} 0 R`).join(' ')
  return Buffer.from(
    `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[${kids}]/Count ${count}>>endobj
${pages.join('\n')}
trailer<</Size ${count + 3}/Root 1 0 R>>
%%EOF
`,
  )
}

/** An object stream (ISO 32000-2, 7.5.7) with one object in it; `more` goes into its dictionary. */
export function objectStream(object: string, more = '/Filter/FlateDecode', pack = deflateSync): string {
  const head = '9 0 '
  const data = more.includes('FlateDecode') ? pack(head + object) : Buffer.from(head + object)
  const dictionary = `<</Type/ObjStm/N 1/First ${head.length}/Length ${data.length}${more}>>`
  return `5 0 obj${dictionary}stream\n${data.toString('latin1')}\nendstream endobj`
}

/** PDFs that aren't taken, with the code of the refusal. */
export const refusedPdfs: readonly (readonly [what: string, pdf: Buffer, code: string])[] = [
  [
    'a script that runs when it is opened',
    pdfWith({ catalogue: '/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>' }),
    'FILE_ACTIVE_CONTENT',
  ],
  [
    'a script among its names',
    pdfWith({ catalogue: '/Names<</JavaScript<</Names[(a) 4 0 R]>>>>' }),
    'FILE_ACTIVE_CONTENT',
  ],
  [
    'a script whose name is written with codes',
    pdfWith({ objects: '4 0 obj<</S/J#61vaScript/JS(x)>>endobj' }),
    'FILE_ACTIVE_CONTENT',
  ],
  [
    'a script in an object stream',
    pdfWith({ objects: objectStream('<</S/JavaScript/JS(x)>>') }),
    'FILE_ACTIVE_CONTENT',
  ],
  [
    'a script in an object stream that isn’t packed',
    pdfWith({ objects: objectStream('<</S/JavaScript/JS(x)>>', '') }),
    'FILE_ACTIVE_CONTENT',
  ],
  [
    'a script where only the cross-reference table leads',
    pdfWith({ objects: '4 0 obj(endobj 7 0 obj<</S/JavaScript/JS(x)>>endobj)endobj' }),
    'FILE_ACTIVE_CONTENT',
  ],
  [
    'a script behind what looks like the end of its object',
    pdfWith({ objects: '4 0 obj<</A(endobj %)/S/JavaScript/JS(x)>>endobj' }),
    'FILE_ACTIVE_CONTENT',
  ],
  [
    'a script behind a comment',
    pdfWith({ objects: '4 %\n0 %x\nobj<</S/JavaScript/JS(x)>>endobj' }),
    'FILE_ACTIVE_CONTENT',
  ],
  [
    'the name of an action kept apart',
    pdfWith({ objects: '4 0 obj<</S 6 0 R>>endobj 6 0 obj/Launch endobj' }),
    'FILE_ACTIVE_CONTENT',
  ],
  [
    'a link that starts a program',
    pdfWith({ objects: '4 0 obj<</Type/Annot/Subtype/Link/A<</S/Launch/F(cmd.exe)>>>>endobj' }),
    'FILE_ACTIVE_CONTENT',
  ],
  ['a form that is a program', pdfWith({ catalogue: '/AcroForm<</XFA 4 0 R>>' }), 'FILE_ACTIVE_CONTENT'],
  [
    'a file in it',
    pdfWith({ catalogue: '/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/EF<</F 4 0 R>>>>]>>>>' }),
    'FILE_CARRIES_FILES',
  ],
  ['a film in it', pdfWith({ objects: '4 0 obj<</Type/Annot/Subtype/RichMedia>>endobj' }), 'FILE_CARRIES_FILES'],
  [
    'encryption',
    pdfWith({
      objects: `4 0 obj<</Filter/Standard/V 1/R 2/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})/P -1>>endobj`,
      trailer: '/Encrypt 4 0 R',
    }),
    'FILE_ENCRYPTED',
  ],
  [
    'an object stream packed in an unusual way',
    pdfWith({ objects: objectStream('<</A 1>>', '/Filter/ASCII85Decode') }),
    'FILE_DAMAGED',
  ],
  [
    'an object stream that unpacks to 200 MB',
    pdfWith({ objects: objectStream(' '.repeat(200 * 1024 * 1024)) }),
    'FILE_DAMAGED',
  ],
  [
    'two places where an object stream begins',
    pdfWith({ objects: objectStream('<</A 1>>', '/First 0/Filter/FlateDecode') }),
    'FILE_DAMAGED',
  ],
  ['nothing but a beginning', Buffer.from('%PDF-1.7\n'), 'FILE_DAMAGED'],
  [
    'no pages',
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    'FILE_DAMAGED',
  ],
]

/** PDFs that look like those, and are taken. */
export const takenPdfs: readonly (readonly [what: string, pdf: Buffer])[] = [
  [
    'a link to a page about JavaScript',
    pdfWith({ objects: '4 0 obj<</S/URI/URI(https://example.org/JavaScript/Launch)>>endobj' }),
  ],
  [
    'a title with such a name',
    pdfWith({ objects: '4 0 obj<</Title(About /JavaScript \\(and /EmbeddedFiles\\))>>endobj' }),
  ],
  [
    'such a name in a page’s content',
    pdfWith({ objects: '4 0 obj<</Length 14>>stream\n(/JavaScript)Tj\nendstream endobj' }),
  ],
  ['objects in an object stream', pdfWith({ objects: objectStream('<</Type/Font/BaseFont/Song>>') })],
  ['a form of plain fields', pdfWith({ catalogue: '/AcroForm<</Fields[]>>' })],
]
