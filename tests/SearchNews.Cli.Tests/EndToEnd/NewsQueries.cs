using System.Text.Json;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Features;
using SearchNews.Lucene.Search.QueryParsing;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>Draws queries of every kind from what an index of articles holds, so that most of them find something.</summary>
internal sealed class NewsQueries
{
    private static readonly string[] TextFields = [ArticleFields.Text, ArticleFields.Title, ArticleFields.Excerpt, ArticleFields.Words];
    private static readonly string[] KeywordFields = [ArticleFields.Provider, ArticleFields.Topic, ArticleFields.Type, ArticleFields.Category, ArticleFields.Published, ArticleFields.Features];
    private static readonly string[] Features = [ArticleFields.Quality, ArticleFields.Heat, ArticleFields.Coverage];

    private readonly Random _random;
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, string[]> _terms;

    public NewsQueries(Random random, IndexReader reader)
    {
        _random = random;
        _terms = TextFields.Concat(KeywordFields).ToDictionary(field => field, field => TermsOf(reader, field), StringComparer.Ordinal);
        for (int doc = 0; doc < reader.MaxDoc; doc += Math.Max(1, reader.MaxDoc / 500))
        {
            using JsonDocument record = JsonDocument.Parse(StoredText.Read(reader, doc, ArticleFields.Source)!);
            foreach (string part in (string[])["title", "excerpt"])
            {
                if (record.RootElement.TryGetProperty(part, out JsonElement text) && text.GetString() is { Length: > 0 } value) _texts.Add(value);
            }
        }
    }

    /// <summary>Queries with the names of their kinds.</summary>
    public IReadOnlyList<(string Kind, Query Query)> Draw() =>
    [
        ("match all", MatchAllDocsQuery.Instance),
        ("match none", new MatchNoDocsQuery()),
        .. Many("term", 70, () => TermOf(_random.Next(3) == 0 ? Some.Of<string>(_random, KeywordFields) : AnyTextField())),
        .. Many("boolean", 110, () => Boolean(2)),
        .. Many("disjunction", 25, () => BooleanQuery.Of(Occur.Should, Enumerable.Range(0, _random.Next(2, 12)).Select(_ => TermOf(ArticleFields.Text)))),
        .. Many("phrase", 70, Phrase),
        .. Many("prefix", 35, Prefix),
        .. Many("constant score", 20, () => new ConstantScoreQuery(Leaf())),
        .. Many("boost", 30, () => new BoostQuery(Leaf(), Some.Of(_random, 0f, 0.1f, 0.7f, 2f, 12.5f))),
        .. Many("feature", 40, Feature),
        .. Many("text with features", 25, () => new BooleanQuery.Builder().Add(Boolean(1), Occur.Must).Add(Feature(), Occur.Should).Add(Feature(), Occur.Should).Build()),
        .. Many("best of", 15, () => new DisjunctionMaxQuery([.. Enumerable.Range(0, 3).Select(_ => Leaf())], Some.Of(_random, 0f, 0.1f, 1f))),
        .. Many("anything", 50, () => new RandomQueries(_random, _ => AnyTerm(ArticleFields.Text)) { TextField = AnyTextField(), KeywordField = ArticleFields.Topic, Features = Features, WithSlop = true }.Next()),
    ];

    /// <summary>Texts in the classic syntax.</summary>
    public IReadOnlyList<string> DrawClassic(int count) => [.. Enumerable.Range(0, count).Select(_ => string.Join(' ', Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Clause(1))))];

    private IEnumerable<(string Kind, Query Query)> Many(string kind, int count, Func<Query> draw) => Enumerable.Range(0, count).Select(_ => (kind, draw()));

    private Query Leaf() => _random.Next(6) switch { 0 => Phrase(), 1 => Prefix(), 2 => Feature(), 3 => TermOf(Some.Of<string>(_random, KeywordFields)), _ => TermOf(AnyTextField()) };

    private BooleanQuery Boolean(int depth)
    {
        var builder = new BooleanQuery.Builder();
        int optional = 0;
        int count = _random.Next(1, 7);
        for (int i = 0; i < count; i++)
        {
            Occur occur = Some.Of(_random, Occur.Must, Occur.Should, Occur.Should, Occur.Should, Occur.Filter, Occur.MustNot);
            if (occur == Occur.Should) optional++;
            builder.Add(depth > 0 && _random.Next(5) == 0 ? Boolean(depth - 1) : Leaf(), occur);
        }

        if (_random.Next(2) == 0) builder.MinimumShouldMatch = _random.Next(0, optional + 1);
        return builder.Build();
    }

    private TermQuery TermOf(string field) => new(new Term(field, AnyTerm(field)));

    private PrefixQuery Prefix()
    {
        string field = _random.Next(4) == 0 ? Some.Of(_random, ArticleFields.Topic, ArticleFields.Provider) : AnyTextField();
        string term = AnyTerm(field);
        int length = _random.Next(1, term.Length + 1);
        if (char.IsHighSurrogate(term[length - 1])) length++;
        return new PrefixQuery(field, term[..length]);
    }

    private Query Feature()
    {
        string name = Features[_random.Next(Features.Length)];
        float weight = Some.Of(_random, 0.3f, 1f, 2.5f);
        return _random.Next(4) switch
        {
            0 => FeatureQuery.Log(ArticleFields.Features, name, weight, Some.Of(_random, 1f, 4.5f)),
            1 => FeatureQuery.Sigmoid(ArticleFields.Features, name, weight, Some.Of(_random, 2f, 60f), Some.Of(_random, 0.5f, 1.7f)),
            2 => FeatureQuery.Saturation(ArticleFields.Features, name, weight),
            _ => FeatureQuery.Saturation(ArticleFields.Features, name, weight, Some.Of(_random, 7f, 40.5f)),
        };
    }

    // Words that stand together in some article; with slop often moved apart or swapped.
    private Query Phrase()
    {
        string field = AnyTextField();
        Query parsed = new ClassicQueryParser(field, ArticleSchema.AnalyzerOf).Parse($"\"{string.Join(' ', Window(_random.Next(2, 6)))}\"");
        if (parsed is not PhraseQuery phrase) return parsed;
        int slop = _random.Next(4);
        var builder = new PhraseQuery.Builder { Slop = slop };
        int[] order = [.. Enumerable.Range(0, phrase.Terms.Length)];
        if (slop > 0 && _random.Next(2) == 0) (order[0], order[^1]) = (order[^1], order[0]);
        for (int i = 0; i < order.Length; i++)
        {
            if (slop == 0 || order.Length <= 2 || _random.Next(4) > 0) builder.Add(phrase.Terms[order[i]], phrase.Positions[i]);
        }

        return builder.Build();
    }

    private string Clause(int depth) => Some.Of(_random, "", "", "", "", "+", "-", "NOT ") + Some.Of(_random, "", "", "", "title:", "excerpt:", "words:") + _random.Next(depth > 0 ? 12 : 10) switch
    {
        0 => $"\"{string.Join(' ', Window(_random.Next(2, 5)))}\"{Some.Of(_random, "", "", "~1", "~2", "~3")}",
        1 => $"{Word()[..2].ToLowerInvariant()}*",
        2 => $"{Word().ToLowerInvariant()}~1",
        3 => $"{Word()[..1].ToLowerInvariant()}?{Word()[1..2].ToLowerInvariant()}*",
        4 => $"[{Word().ToLowerInvariant()} TO {Some.Of(_random, Word().ToLowerInvariant(), "*")}]",
        5 => $"{Word()}^{Some.Of(_random, "0.5", "2", "3.25")}",
        > 9 => $"({Clause(depth - 1)} {Some.Of(_random, "", "AND ", "OR ")}{Clause(depth - 1)}){Some.Of(_random, "", "^2")}",
        _ => Word(),
    };

    private string Word() => Window(1)[0];

    // Whole words of letters: other characters are operators, or listed names, which Lucene's own analyzers do not know.
    private string[] Window(int count)
    {
        while (true)
        {
            string[] words = [.. _texts[_random.Next(_texts.Count)].Split(' ').Where(word => word.Length > 1 && word.All(char.IsAsciiLetter) && word is not ("AND" or "OR" or "NOT" or "TO"))];
            if (words.Length < count) continue;
            int start = _random.Next(words.Length - count + 1);
            return words[start..(start + count)];
        }
    }

    private string AnyTextField() => Some.Of<string>(_random, TextFields);

    // Half of the draws come from running text, where frequent terms are frequent.
    private string AnyTerm(string field)
    {
        if (_random.Next(2) == 0 && TextFields.Contains(field, StringComparer.Ordinal)
            && new ClassicQueryParser(field, ArticleSchema.AnalyzerOf).Parse(Word()) is TermQuery term)
            return term.Term.Text;
        string[] all = _terms[field];
        return all.Length == 0 ? "none" : all[_random.Next(all.Length)];
    }

    private static string[] TermsOf(IndexReader reader, string field)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(field)?.GetTermsEnum() is not { } terms) continue;
            while (terms.MoveNext()) found.Add(Term.ToText(terms.Term));
        }

        return [.. found];
    }
}
