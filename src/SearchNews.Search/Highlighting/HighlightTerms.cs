using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;
using SearchNews.Search.QuerySyntax;

namespace SearchNews.Search.Highlighting;

/// <summary>
/// What a query looks for, taken from the engine's queries that matched: stems, whole words, beginnings, phrases, each in the fields that were searched for it.
/// Conditions and exclusions are not of it.
/// </summary>
internal sealed class HighlightTerms
{
    private HighlightTerms(MatchSources sources)
    {
        Sources = sources;
        Stems = new TermSet(sources);
        Words = new TermSet(sources);
    }

    /// <summary>What each match counts in a passage.</summary>
    public MatchSources Sources { get; }

    /// <summary>Terms of the analyzer of ranked text.</summary>
    public TermSet Stems { get; }

    /// <summary>Terms of the analyzer of whole words.</summary>
    public TermSet Words { get; }

    /// <summary>True when nothing is looked for.</summary>
    public bool IsEmpty => (Stems.Fields | Words.Fields) == MarkedFields.None;

    /// <summary>Collects what a compiled query looks for.</summary>
    /// <param name="compiled">The query.</param>
    /// <param name="reader">The index.</param>
    /// <param name="docCount">Articles with text.</param>
    public static HighlightTerms Of(CompiledQuery compiled, IndexReader reader, long docCount)
    {
        var terms = new HighlightTerms(new MatchSources(reader, docCount));
        foreach (CompiledWord word in compiled.Words)
        {
            if (word.Node is not FilterNode) terms.Add(word.Query);
        }

        return terms;
    }

    // Nests as deep as one word is compiled, which is little.
    private void Add(Query query)
    {
        switch (query)
        {
            case TermQuery { Term: var term }:
                SetOf(term.Field)?.Add(term, FieldsOf(term.Field));
                break;
            case PhraseQuery phrase:
                SetOf(phrase.Terms[0].Field)?.AddPhrase(phrase.Terms, phrase.Positions, FieldsOf(phrase.Terms[0].Field));
                break;
            case PrefixQuery prefix:
                SetOf(prefix.Field)?.AddPrefix(prefix.Prefix, FieldsOf(prefix.Field));
                break;
            case BoostQuery boosted:
                Add(boosted.Query);
                break;
            case ConstantScoreQuery constant:
                Add(constant.Query);
                break;
            case BooleanQuery boolean:
                foreach (BooleanClause clause in boolean.Clauses)
                {
                    if (clause.Occur != Occur.MustNot) Add(clause.Query);
                }

                break;
        }
    }

    private TermSet? SetOf(string field) => field switch
    {
        ArticleFields.Words => Words,
        ArticleFields.Text or ArticleFields.Title or ArticleFields.Excerpt => Stems,
        _ => null,
    };

    private static MarkedFields FieldsOf(string field) => field switch
    {
        ArticleFields.Title => MarkedFields.Title,
        ArticleFields.Excerpt => MarkedFields.Excerpt,
        _ => MarkedFields.Both,
    };
}
