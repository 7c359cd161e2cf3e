using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Suggesting;

/// <summary>
/// Finds the best headlines that have some words and one that begins with what was typed; one a story. First among the titles that are kept, then, when those are too few, in the
/// index. Belongs to one thread.
/// </summary>
internal sealed class HeadlineFinder(ArticleSnapshot snapshot, SuggestTables tables, CancellationToken cancellationToken)
{
    /// <summary>Titles are found by their stems, and so by the most frequent words that the letters begin.</summary>
    private const int MaxExpansions = 128;

    // Stems find titles with other forms of the words too, which are dropped.
    private const int CandidatesPerHeadline = 8;

    /// <summary>The best headlines, best first.</summary>
    /// <param name="words">Words that the title has, folded.</param>
    /// <param name="beginnings">The title has a word that begins with one of these, folded; none when no word is unfinished.</param>
    /// <param name="size">How many.</param>
    public List<Headline> Find(string[] words, string[] beginnings, int size)
    {
        var found = new List<Headline>();
        var stories = new HashSet<int>();
        foreach (Headline headline in tables.Headlines)
        {
            if (found.Count == size) return found;
            if (headline.Has(words, beginnings)) Take(headline, found, stories);
        }

        if (found.Count == size || (words.Length == 0 && beginnings.Length == 0 && tables.Headlines.Count > 0)) return found;
        foreach (RankedHit hit in Search(words, beginnings, size * CandidatesPerHeadline))
        {
            if (found.Count == size) break;
            if (Headline.Of(hit.Doc, snapshot.ReadRecord(hit.Doc)) is { } headline && headline.Has(words, beginnings)) Take(headline, found, stories);
        }

        return found;
    }

    private void Take(Headline headline, List<Headline> found, HashSet<int> stories)
    {
        int story = snapshot.Stories.StoryOf(headline.Doc);
        if (story == SnapshotStories.Alone || stories.Add(story)) found.Add(headline);
    }

    private RankedHit[] Search(string[] words, string[] beginnings, int size)
    {
        var clauses = new List<Query> { new MatchAllDocsQuery() };
        foreach (string word in words) AddStems(clauses, TermsOf(word));
        if (beginnings.Length > 0)
        {
            List<string> expansions = [.. beginnings.SelectMany(ExpansionsOf).Take(MaxExpansions)];

            // Stop words have no stem: what may be one is looked for among all titles, of which those kept nearly always have enough.
            bool mayBeStopWord = EnglishStopWords.Set.Any(word => Array.Exists(beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal)));
            if (expansions.Count == 0 && !mayBeStopWord) return [];
            if (!mayBeStopWord) AddStems(clauses, expansions);
        }

        if (clauses.Count > 1) clauses.RemoveAt(0);
        var collector = new BestCollector(tables, new BestHits(size, tables.Order.BestFirst, stories: null));
        snapshot.SearcherFor(RankingProfile.Balanced).Search(BooleanQuery.Of(Occur.Filter, clauses), collector, cancellationToken);
        return collector.Best.ToSortedArray();
    }

    /// <summary>Demands the stem of one of some words; nothing when one of them has none, as a stop word has.</summary>
    private static void AddStems(List<Query> clauses, IEnumerable<string> terms)
    {
        var stems = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string term in terms)
        {
            IReadOnlyList<AnalyzedToken> tokens = ArticleSchema.News.Analyze(term);
            if (tokens.Count == 0) return;
            stems.Add(tokens[0].Term);
        }

        if (stems.Count > 0) clauses.Add(WordQueries.AnyOf(ArticleFields.Title, stems));
    }

    private IEnumerable<string> TermsOf(string folded)
    {
        List<string> terms = tables.Words.SpelledAs(folded);
        return terms.Count == 0 ? [folded] : terms;
    }

    private IEnumerable<string> ExpansionsOf(string beginning)
    {
        (int from, int to) = tables.Words.BeginningWith(beginning);
        return tables.Words.MostFrequent(from, to).Select(word => tables.Words[word]);
    }

    /// <summary>Collects the best of what has not been looked at.</summary>
    private sealed class BestCollector(SuggestTables tables, BestHits best) : Collector
    {
        public BestHits Best => best;

        public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

        public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(tables, best, context);

        private sealed class Leaf(SuggestTables tables, BestHits best, LeafReaderContext context) : LeafCollector
        {
            public override void Collect(int doc, float score)
            {
                if (!tables.IsKept(context.DocBase + doc)) best.Add(tables.Order.HitOf(context, doc));
            }
        }
    }
}
