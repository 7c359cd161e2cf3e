using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;
using SearchNews.Search.QuerySyntax;
using SearchNews.Search.Synonyms;

namespace SearchNews.Search.Spelling;

/// <summary>
/// Finds a better spelling of a query among the words of the index: whole words, of which each has one correction at most. Words that go together in articles come first,
/// then those with fewer edits, then those that are in more articles. Belongs to one thread.
/// </summary>
/// <remarks>The dictionary is only looked through for a word that no article has, or when articles with all words together are few.</remarks>
internal sealed class SpellingCorrector
{
    // Each word costs a look through the dictionary and a count for each candidate.
    private const int MaxWords = 4;
    private const int MaxCandidates = 6;
    private const int MaxNear = 50;

    private readonly IndexReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly SynonymRules _synonyms;
    private readonly CancellationToken _cancellationToken;
    private readonly List<QueryWord> _words;
    private readonly Dictionary<WordNode, WordCandidate> _chosen = [];

    private SpellingCorrector(IndexSearcher searcher, SynonymRules synonyms, UserQuery query, CancellationToken cancellationToken)
    {
        _synonyms = synonyms;
        _searcher = searcher;
        _reader = searcher.Reader;
        _cancellationToken = cancellationToken;
        _words = [.. QueryWords.Of(query.Root).Select(Analyze).OfType<QueryWord>().DistinctBy(word => word.Node)];
    }

    /// <summary>The query with corrections for some of its words, or null when nothing is better.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="synonyms">Words that have another meaning are right.</param>
    /// <param name="query">The query as typed.</param>
    /// <param name="hasFewHits">True when it finds so little that words of the index may be mistyped too.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static UserQuery? Correct(IndexSearcher searcher, SynonymRules synonyms, UserQuery query, bool hasFewHits, CancellationToken cancellationToken)
    {
        var corrector = new SpellingCorrector(searcher, synonyms, query, cancellationToken);
        corrector.Run(hasFewHits);
        return corrector._chosen.Count == 0 ? null : query with
        {
            Root = QueryWords.Replace(query.Root, corrector._chosen.ToDictionary(pair => pair.Key, pair => pair.Key with { Correction = pair.Value.Word })),
        };
    }

    private void Run(bool hasFewHits)
    {
        foreach (QueryWord word in _words.Where(word => SpellingRules.MaxEdits(word.Word) > 0 && _synonyms.Find([word.Stem.Text]) is null).OrderBy(word => word.DocFreq).Take(MaxWords))
        {
            // A word of the index is right where it goes together with the others.
            if (word.DocFreq > 0 && (!hasFewHits || Together(word, word.Stem) >= SpellingRules.FewHits)) continue;
            if (Best(word) is { } best) _chosen[word.Node] = best;
        }
    }

    private WordCandidate? Best(QueryWord word)
    {
        int typed = word.DocFreq == 0 ? 0 : Together(word, word.Stem);
        return Candidates(word)
            .Select(candidate => (Candidate: candidate, Together: Together(word, candidate.Stem)))
            .Where(near => word.DocFreq == 0 ? IsAlive(near.Candidate) : near.Together > typed)
            .OrderByDescending(near => near.Together > 0)
            .ThenBy(near => near.Candidate.Edits)
            .ThenByDescending(near => near.Together)
            .ThenByDescending(near => near.Candidate.DocFreq)
            .ThenBy(near => near.Candidate.Word, StringComparer.Ordinal)
            .Select(near => near.Candidate)
            .FirstOrDefault();
    }

    private WordCandidate[] Candidates(QueryWord word) =>
    [
        .. FuzzyTerms.Find(_reader, new Term(ArticleFields.Words, word.Word), SpellingRules.MaxEdits(word.Word), SpellingRules.FixedPrefix, MaxNear)
            .Select(near => Candidate(word, near))
            .OfType<WordCandidate>()
            .OrderBy(candidate => candidate.Edits)
            .ThenByDescending(candidate => candidate.DocFreq)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .DistinctBy(candidate => candidate.Stem)
            .Take(MaxCandidates),
    ];

    /// <summary>A word of the index as a candidate; null when it is another form of the same word, or none that a person types.</summary>
    private WordCandidate? Candidate(QueryWord word, FuzzyTerm near)
    {
        if (SpellingRules.MaxEdits(near.Term.Text) == 0 && near.Term.Text.Any(c => !char.IsLetter(c))) return null;
        if (SpellingRules.Analyze(near.Term.Text) is not { } analyzed || analyzed.Word != near.Term.Text) return null;
        var stem = new Term(word.Stem.Field, analyzed.Stem);
        if (stem.Equals(word.Stem) || DocFreq(stem) == 0) return null;
        return new WordCandidate(analyzed.Word, stem, near.Edits, DocFreq(near.Term));
    }

    /// <summary>Articles that have a term and all words of the query that must be there, as corrected so far; words that no article has are left out.</summary>
    private int Together(QueryWord word, Term stem)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        IEnumerable<Term> others = _words.Where(other => other != word && !other.IsAlternative).Select(other => _chosen.GetValueOrDefault(other.Node)?.Stem ?? (other.DocFreq > 0 ? other.Stem : null)).OfType<Term>();
        return Count([stem, .. others]);
    }

    // Deleted articles still count in docFreq.
    private bool IsAlive(WordCandidate candidate) => Count([candidate.Stem]) > 0;

    private int Count(IEnumerable<Term> terms) => _searcher.Count(BooleanQuery.Of(Occur.Filter, terms.Distinct().Select(term => new TermQuery(term))));

    private QueryWord? Analyze((WordNode Node, bool IsAlternative) word)
    {
        if (SpellingRules.Analyze(word.Node.Text) is not { } analyzed) return null;
        var stem = new Term(word.Node.Field ?? ArticleFields.Text, analyzed.Stem);
        return new QueryWord(word.Node, word.IsAlternative, analyzed.Word, stem, DocFreq(stem));
    }

    private int DocFreq(Term term) => TermStates.Build(_reader, term).DocFreq;
}
