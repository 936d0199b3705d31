// The platform speaks the language of the person. These are its texts in English with what the stand-in says in German
// and Japanese, so that a run in those languages proves that no code leans on an English message.

export type Language = 'en' | 'de' | 'ja';

/** {0}, {1} … stand for what differs. English texts come from the platform notes; the others need only be different. */
const TEXTS: readonly (readonly [en: string, de: string, ja: string])[] = [
  [
    "The parameters ({0}) don't match the method signature for {1}.",
    'Die Parameter ({0}) stimmen nicht mit der Methodensignatur für {1} überein.',
    'パラメータ（{0}）が {1} のメソッドのシグネチャと一致しません。',
  ],
  [
    'You do not have permission to call {0}. Required permissions: {1}',
    'Sie sind nicht berechtigt, {0} aufzurufen. Erforderliche Berechtigungen: {1}',
    '{0} を呼び出す権限がありません。必要な権限: {1}',
  ],
  [
    'Specified permissions are not sufficient to call {0}. Required permissions: {1}',
    'Die angegebenen Berechtigungen reichen nicht aus, um {0} aufzurufen. Erforderliche Berechtigungen: {1}',
    '指定された権限では {0} を呼び出すことができません。必要な権限: {1}',
  ],
  [
    'Authorization is required to perform that action.',
    'Zum Ausführen dieser Aktion ist eine Autorisierung erforderlich.',
    'その操作を実行するには承認が必要です。',
  ],
  [
    'Exceeded maximum execution time',
    'Maximale Ausführungszeit überschritten',
    '起動時間の最大値を超えました',
  ],
  [
    'Script function not found: {0}',
    'Skriptfunktion nicht gefunden: {0}',
    'スクリプト関数が見つかりません: {0}',
  ],
  [
    'Service Spreadsheets timed out while accessing document with id {0}.',
    'Zeitüberschreitung beim Dienst Tabellen beim Zugriff auf das Dokument mit der ID {0}.',
    'ID {0} のドキュメントにアクセス中に、サービス「スプレッドシート」がタイムアウトしました。',
  ],
  [
    'Service invoked too many times for one day: {0}.',
    'Der Dienst wurde an einem Tag zu oft aufgerufen: {0}.',
    '1 日にサービス {0} を実行した回数が多すぎます。',
  ],
  [
    'Lock timeout: another process was holding the lock for too long.',
    'Zeitüberschreitung der Sperre: Ein anderer Prozess hat die Sperre zu lange gehalten.',
    'ロックのタイムアウト: 別のプロセスがロックを保持している時間が長すぎました。',
  ],
  [
    'You have exceeded the property storage quota. Please remove some properties and try again.',
    'Sie haben das Speicherkontingent für Eigenschaften überschritten. Entfernen Sie einige Eigenschaften.',
    'プロパティの保存容量を超えています。いくつかのプロパティを削除してください。',
  ],
  ['Argument too large: {0}', 'Argument zu groß: {0}', '引数が大きすぎます: {0}'],
  [
    'The data you entered in cell {0} violates the data validation rules set on this cell.',
    'Die Daten, die Sie in die Zelle {0} eingegeben haben, verstoßen gegen die Datenvalidierungsregeln dieser Zelle.',
    'セル {0} に入力したデータは、このセルに設定されている入力規則に違反しています。',
  ],
  [
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    'Sie versuchen, eine geschützte Zelle oder ein geschütztes Objekt zu bearbeiten. Bitten Sie den Eigentümer der Tabelle, den Schutz aufzuheben.',
    '保護されているセルやオブジェクトを編集しようとしています。編集する必要がある場合は、スプレッドシートのオーナーに保護の解除を依頼してください。',
  ],
  [
    'This operation is not allowed on cells in typed columns.',
    'Dieser Vorgang ist für Zellen in typisierten Spalten nicht zulässig.',
    'この操作は、型付きの列のセルでは許可されていません。',
  ],
  [
    'The number of rows in the data does not match the number of rows in the range. The data has {0} but the range has {1}.',
    'Die Anzahl der Zeilen in den Daten entspricht nicht der Anzahl der Zeilen im Bereich. Die Daten umfassen {0}, der Bereich jedoch {1}.',
    'データの行数が範囲の行数と一致しません。データは {0} ですが、範囲は {1} です。',
  ],
  [
    'The number of columns in the data does not match the number of columns in the range. The data has {0} but the range has {1}.',
    'Die Anzahl der Spalten in den Daten entspricht nicht der Anzahl der Spalten im Bereich. Die Daten umfassen {0}, der Bereich jedoch {1}.',
    'データの列数が範囲の列数と一致しません。データは {0} ですが、範囲は {1} です。',
  ],
  [
    'The coordinates of the range are outside the dimensions of the sheet.',
    'Die Koordinaten des Bereichs liegen außerhalb der Abmessungen des Tabellenblatts.',
    '範囲の座標がシートのサイズを超えています。',
  ],
  [
    'A sheet with the name "{0}" already exists. Please enter another name.',
    'Es gibt bereits ein Tabellenblatt mit dem Namen „{0}“. Geben Sie einen anderen Namen ein.',
    '「{0}」という名前のシートは既に存在しています。別の名前を入力してください。',
  ],
  [
    'Your input contains more than the maximum of 50000 characters in a single cell.',
    'Ihre Eingabe enthält mehr als die maximal zulässigen 50000 Zeichen in einer Zelle.',
    '入力した文字数が 1 つのセルの上限である 50000 文字を超えています。',
  ],
  [
    'Cannot call SpreadsheetApp.getUi() from this context.',
    'SpreadsheetApp.getUi() kann aus diesem Kontext nicht aufgerufen werden.',
    'このコンテキストから SpreadsheetApp.getUi() を呼び出せません。',
  ],
  [
    'API call to {0} failed with error: {1}',
    'API-Aufruf von {0} fehlgeschlagen mit folgendem Fehler: {1}',
    '{0} に対する API 呼び出しが次のエラーで失敗しました: {1}',
  ],
];

/** Where a text has no translation here: still not English, and it still carries the names in it. */
const ANY: Readonly<Record<Language, string>> = {
  en: '{0}',
  de: 'Bei der Ausführung des Dienstes ist ein Fehler aufgetreten.',
  ja: 'サービスの実行中にエラーが発生しました。',
};

const PATTERNS = TEXTS.map(([en]) => {
  const source = en.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '([\\s\\S]*?)');
  return new RegExp(`^${source}$`);
});

/** The English text in the person's language. */
export function speak(text: string, language: Language): string {
  if (language === 'en') return text;
  for (const [index, pattern] of PATTERNS.entries()) {
    const parts = pattern.exec(text);
    if (parts === null) continue;
    const [, de, ja] = TEXTS[index] ?? ['', '', ''];
    return (language === 'de' ? de : ja).replace(/\{(\d)\}/g, (_, n: string) => parts[Number(n) + 1] ?? '');
  }
  return ANY[language];
}
