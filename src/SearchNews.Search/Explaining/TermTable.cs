using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.QuerySyntax;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Explaining;

/// <summary>
/// What each word, phrase, prefix and spelling of one search adds to the text score of an article: taken from the score's own explanation, so that the values add up
/// to it. Figures of the whole index are looked up once. Belongs to one thread.
/// </summary>
internal sealed class TermTable
{
    private readonly PreparedSearch _search;
    private readonly Dictionary<Query, (long DocFreq, float Idf)> _statistics = [];

    /// <summary>Prepares the table of a search.</summary>
    public TermTable(PreparedSearch search) => _search = search;

    /// <summary>The rows in the order of the query; of a word's spellings, those that the article has.</summary>
    /// <param name="doc">The article's document.</param>
    /// <param name="record">What is stored of it.</param>
    /// <param name="text">How its text score comes about.</param>
    /// <param name="factor">What the score of the whole is multiplied by.</param>
    public List<TermExplanation> Of(int doc, ArticleRecord record, Explanation text, float factor)
    {
        LeafReaderContext leaf = _search.Snapshot.Reader.LeafOf(doc);
        Dictionary<Query, double> values = ScoringParts.ValuesOf(text);
        var rows = new List<TermExplanation>();
        var seen = new HashSet<Query>();
        var words = new Lazy<HashSet<string>>(() => WordCounts.WordsOf(record));
        foreach (CompiledWord word in _search.Compiled.Words)
        {
            foreach (Query part in PartsOf(word, values, words))
            {
                if (seen.Add(part)) rows.Add(Row(word, part, (float)values.GetValueOrDefault(part) * factor, leaf, doc - leaf.DocBase, record));
            }
        }

        return rows;
    }

    private static IEnumerable<Query> PartsOf(CompiledWord word, Dictionary<Query, double> values, Lazy<HashSet<string>> words)
    {
        if (word.Node is FilterNode) return [];
        if (word.Node is PrefixNode) return [word.Query];
        if (word.Node is not FuzzyNode) return ScoringParts.Of(word.Query);
        Query[] spellings = [.. ScoringParts.Of(word.Query).Where(part => values.ContainsKey(part) || (part is TermQuery term && words.Value.Contains(term.Term.Text)))];
        return spellings.Length > 0 ? spellings : [word.Query];
    }

    private TermExplanation Row(CompiledWord word, Query part, float value, LeafReaderContext leaf, int doc, ArticleRecord record)
    {
        (string text, string field, float tf) = part switch
        {
            TermQuery { Term: var term } => (term.Text, term.Field, TermFreq(term, leaf, doc)),
            PhraseQuery { Terms: [{ Field: var name }, ..] } phrase => (phrase.ToString(name), name, WordCounts.OfPhrase(phrase, record)),
            _ => (word.Node.ToString(), ArticleFields.Words, word.Node is PrefixNode prefix ? WordCounts.OfPrefix(prefix.Prefix, record) : 0),
        };
        (long docFreq, float idf) = StatisticsOf(part);
        return new TermExplanation(text, field, tf, docFreq, idf, Length(field, leaf, doc), value);
    }

    private (long DocFreq, float Idf) StatisticsOf(Query part)
    {
        if (_statistics.TryGetValue(part, out (long DocFreq, float Idf) known)) return known;
        return _statistics[part] = part switch
        {
            TermQuery { Term: var term } => (DocFreq(term), Idf(term)),
            PhraseQuery phrase => (_search.Searcher.Count(phrase), phrase.Terms.Sum(Idf)),
            _ => (_search.Searcher.Count(part), 0),
        };
    }

    private int DocFreq(Term term) => TermStates.Build(_search.Snapshot.Reader, term).DocFreq;

    private float Idf(Term term)
    {
        int docFreq = DocFreq(term);
        return docFreq == 0 ? 0 : BM25Similarity.Idf(docFreq, _search.Searcher.CollectionStatistics(term.Field)?.DocCount ?? 0);
    }

    private static int TermFreq(Term term, LeafReaderContext leaf, int doc)
    {
        if (leaf.Reader.GetTerms(term.Field)?.GetTermsEnum() is not { } terms || !terms.SeekExact(term.Bytes)) return 0;
        PostingsEnum postings = terms.Postings(PostingsFlags.Freqs);
        return postings.Advance(doc) == doc ? postings.Freq : 0;
    }

    private static int Length(string field, LeafReaderContext leaf, int doc) =>
        leaf.Reader.GetNormValues(field) is { } norms && norms.AdvanceExact(doc) ? SmallFloat.Byte4ToInt((byte)norms.LongValue) : 0;
}
