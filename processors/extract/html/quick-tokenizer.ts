import { html, Token, Tokenizer, TokenizerMode } from 'parse5';
import { AMPERSAND, DASH, DOUBLE_QUOTE, EXCLAMATION, isSpace, LESS_THAN, SINGLE_QUOTE, SOLIDUS } from './characters.ts';
import { tagAt } from './tag-at.ts';

/**
 * parse5's tokenizer, which takes its input a character at a time, with lanes for what nearly all of a page is: runs of text, the bodies
 * of scripts, and tags whose attributes are written plainly are taken whole. What a lane does not know is left to the states of the
 * tokenizer itself, so that the tree is the same. For input without NUL and carriage returns, in which no place drops words and keeps the
 * spaces between them.
 */
export class QuickTokenizer extends Tokenizer {
  protected override _stateData(code: number): void {
    if (code === LESS_THAN && this.#tag()) return;
    super._stateData(code);
    if (code !== LESS_THAN && code !== AMPERSAND) this.#text();
  }

  protected override _stateRcdata(code: number): void {
    super._stateRcdata(code);
    if (code !== LESS_THAN && code !== AMPERSAND) this.#text();
  }

  protected override _stateScriptData(code: number): void {
    super._stateScriptData(code);
    if (code !== LESS_THAN) this.#raw();
  }

  protected override _stateRawtext(code: number): void {
    super._stateRawtext(code);
    if (code !== LESS_THAN) this.#raw();
  }

  protected override _stateComment(code: number): void {
    super._stateComment(code);
    if (code !== DASH && code !== LESS_THAN && this.currentToken?.type === Token.TokenType.COMMENT)
      this.currentToken.data += this.#until(DASH, LESS_THAN);
  }

  protected override _stateAttributeValueDoubleQuoted(code: number): void {
    super._stateAttributeValueDoubleQuoted(code);
    if (code !== DOUBLE_QUOTE && code !== AMPERSAND) this.currentAttr.value += this.#until(DOUBLE_QUOTE, AMPERSAND);
  }

  protected override _stateAttributeValueSingleQuoted(code: number): void {
    super._stateAttributeValueSingleQuoted(code);
    if (code !== SINGLE_QUOTE && code !== AMPERSAND) this.currentAttr.value += this.#until(SINGLE_QUOTE, AMPERSAND);
  }

  /** What comes next as far as one of two characters, or the end. */
  #until(one: number, other: number): string {
    const { html: input, pos } = this.preprocessor;
    let end = pos + 1;
    for (; end < input.length; end++) {
      const code = input.charCodeAt(end);
      if (code === one || code === other) break;
    }
    this.preprocessor.pos = end - 1;
    return input.slice(pos + 1, end);
  }

  /**
   * What follows of a text, as far as a tag or a character reference. Spaces before the first word are a token of their own, which some
   * places of a page drop; behind a word they go where it goes.
   */
  #text(): void {
    const { html: input, pos } = this.preprocessor;
    let from = pos + 1;
    while (isSpace(input.charCodeAt(from))) from++;
    if (from > pos + 1)
      this._appendCharToCurrentCharacterToken(Token.TokenType.WHITESPACE_CHARACTER, input.slice(pos + 1, from));
    this.preprocessor.pos = from - 1;
    this.#characters(this.#until(LESS_THAN, AMPERSAND));
  }

  #characters(text: string): void {
    if (text !== '') this._appendCharToCurrentCharacterToken(Token.TokenType.CHARACTER, text);
  }

  /** What follows of a script or a style sheet, as far as what may end it. Its spaces are text like any other. */
  #raw(): void {
    const { html: input, pos } = this.preprocessor;
    let end = input.indexOf('<', pos + 1);
    while (end >= 0) {
      const next = input.charCodeAt(end + 1);
      if (next === SOLIDUS || next === EXCLAMATION) break;
      end = input.indexOf('<', end + 1);
    }
    if (end < 0) end = input.length;
    this.#characters(input.slice(pos + 1, end));
    this.preprocessor.pos = end - 1;
  }

  /** A whole tag from its "<" on; false where anything about it is out of the ordinary. */
  #tag(): boolean {
    const tag = tagAt(this.preprocessor.html, this.preprocessor.pos);
    if (tag === null) return false;
    this.currentToken = {
      type: tag.closes ? Token.TokenType.END_TAG : Token.TokenType.START_TAG,
      tagName: tag.name,
      tagID: html.TAG_ID.UNKNOWN,
      selfClosing: tag.selfClosing,
      ackSelfClosing: false,
      attrs: tag.attributes,
      location: null,
    };
    this.preprocessor.pos = tag.end;
    this.state = TokenizerMode.DATA;
    this.emitCurrentTagToken();
    return true;
  }
}
