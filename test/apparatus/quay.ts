import {join} from "node:path";
import {renderCards} from "../../src/apparatus/card.ts";
import {openEdition} from "../../src/apparatus/edition.ts";
import {renderFinding} from "../../src/apparatus/finding.ts";
import {renderLedger} from "../../src/apparatus/ledger.ts";
import {renderOrigins} from "../../src/apparatus/origins.ts";
import {renderPairCards} from "../../src/apparatus/pairs.ts";
import {renderTexts} from "../../src/apparatus/texts.ts";
import {openQuotes, renderQuotations, renderUtterances} from "../../src/apparatus/utterances.ts";
import {renderWitnesses} from "../../src/apparatus/witnesses.ts";
import {compareCorpus} from "../../src/compare/compare-corpus.ts";
import {stateOrigins} from "../../src/compare/origin-finding.ts";
import {stateQuotes} from "../../src/compare/quote-finding.ts";
import type {Article} from "../../src/corpus/article.ts";
import {readCorpus} from "../../src/corpus/read-corpus.ts";
import type {Html} from "../../src/markup/html.ts";

/** A bridge that never fell, told three times: see the texts in quay/. The third has in it what a hostile page might. */
export const quay: readonly Article[] = readCorpus(join(import.meta.dirname, "quay")).articles;

/** What the notebooks reuse and quotes print of some articles. */
export function tellStories(articles: readonly Article[]) {
  const comparison = compareCorpus({articles});
  const {readings} = comparison;
  const copies = openEdition({...comparison, readings, mentions: [], facts: []});
  const quotes = openQuotes(readings, comparison);
  return {
    comparison,
    copies,
    quotes,
    ledger: renderLedger(copies, comparison.ledger),
    origins: renderOrigins(copies, comparison),
    utterances: renderUtterances(quotes, comparison.utterances),
    quotations: renderQuotations(quotes, comparison),
    reuse: [
      renderFinding(stateOrigins(comparison)),
      renderWitnesses(copies),
      renderLedger(copies, comparison.ledger),
      renderOrigins(copies, comparison),
      renderTexts(copies),
      renderPairCards(copies),
    ] satisfies Html[],
    quoted: [
      renderFinding(stateQuotes(comparison)),
      renderUtterances(quotes, comparison.utterances),
      renderQuotations(quotes, comparison),
      renderTexts(quotes),
      renderCards(quotes),
    ] satisfies Html[],
  };
}
