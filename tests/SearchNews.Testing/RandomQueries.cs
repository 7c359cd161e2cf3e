using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Features;

namespace SearchNews.Testing;

/// <summary>Draws queries of all kinds over given words.</summary>
/// <param name="random">The source.</param>
/// <param name="words">Draws a word that may be in the index.</param>
public sealed class RandomQueries(Random random, Func<Random, string> words)
{
    /// <summary>The field of text.</summary>
    public string TextField { get; init; } = "text";

    /// <summary>A field of single terms, with values that <paramref name="words"/> gives.</summary>
    public string KeywordField { get; init; } = "keyword";

    /// <summary>The field of features.</summary>
    public string FeatureField { get; init; } = "features";

    /// <summary>The features.</summary>
    public IReadOnlyList<string> Features { get; init; } = ["quality", "heat"];

    /// <summary>True to draw phrases with slop too.</summary>
    public bool WithSlop { get; init; }

    /// <summary>A query of any kind.</summary>
    /// <param name="depth">How deep queries may be nested.</param>
    public Query Next(int depth = 3)
    {
        if (depth == 0 || random.Next(3) == 0) return Leaf();
        return random.Next(10) switch
        {
            0 => new ConstantScoreQuery(Next(depth - 1)),
            1 => new BoostQuery(Next(depth - 1), Some.Of(random, 0f, 0.3f, 1f, 2f, 2.5f)),
            2 => new DisjunctionMaxQuery([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Next(depth - 1))], Some.Of(random, 0f, 0.1f, 1f)),
            _ => Boolean(depth),
        };
    }

    /// <summary>A disjunction of words, with boosts here and there.</summary>
    public Query Disjunction(int count) => BooleanQuery.Of(Occur.Should, Enumerable.Range(0, count).Select(_ => Word()));

    /// <summary>A phrase of <paramref name="count"/> words.</summary>
    /// <param name="count">Number of words.</param>
    /// <param name="slop">Slop.</param>
    /// <param name="repeat">True to draw from few words, so that some are repeated.</param>
    public PhraseQuery Phrase(int count, int slop, bool repeat)
    {
        string[] pool = [.. Enumerable.Range(0, repeat ? Math.Max(1, count - 1) : count).Select(_ => words(random))];
        var builder = new PhraseQuery.Builder { Slop = slop };
        int position = random.Next(4) == 0 ? 1 : 0;
        for (int i = 0; i < count; i++)
        {
            builder.Add(new Lucene.Index.Term(TextField, repeat ? pool[random.Next(pool.Length)] : pool[i]), position);
            position += random.Next(6) == 0 ? 2 : 1;
        }

        return builder.Build();
    }

    private BooleanQuery Boolean(int depth)
    {
        var builder = new BooleanQuery.Builder();
        int count = random.Next(1, 6);
        bool disjunction = random.Next(3) == 0;
        for (int i = 0; i < count; i++)
            builder.Add(Next(depth - 1), disjunction ? Occur.Should : Some.Of(random, Occur.Must, Occur.Should, Occur.Should, Occur.Filter, Occur.MustNot));
        if (random.Next(3) == 0) builder.MinimumShouldMatch = random.Next(1, count + 1);
        return builder.Build();
    }

    private Query Leaf() => random.Next(12) switch
    {
        0 => MatchAllDocsQuery.Instance,
        1 => new PrefixQuery(TextField, Prefix(words(random))),
        2 => new WildcardQuery(TextField, Pattern(words(random))),
        3 => new TermRangeQuery(TextField, Bound(), Bound(), random.Next(2) == 0, random.Next(2) == 0),
        4 => new TermQuery(KeywordField, words(random)),
        5 => Feature(),
        6 or 7 => Phrase(random.Next(0, 4), WithSlop ? random.Next(6) : 0, random.Next(2) == 0),
        _ => Word(),
    };

    private Query Word()
    {
        Query query = new TermQuery(TextField, words(random));
        return random.Next(4) == 0 ? new BoostQuery(query, Some.Of(random, 0.1f, 0.7f, 1.5f, 3f)) : query;
    }

    private Query Feature()
    {
        string name = Features[random.Next(Features.Count)];
        float weight = Some.Of(random, 0.3f, 1f, 2.5f);
        return random.Next(4) switch
        {
            0 => FeatureQuery.Log(FeatureField, name, weight, Some.Of(random, 1f, 4.5f)),
            1 => FeatureQuery.Sigmoid(FeatureField, name, weight, Some.Of(random, 2f, 30f), Some.Of(random, 0.5f, 1.7f)),
            2 => FeatureQuery.Linear(FeatureField, name, weight),
            _ => FeatureQuery.Saturation(FeatureField, name, weight, Some.Of<float?>(random, null, 7f, 40.5f)),
        };
    }

    private string? Bound() => random.Next(4) == 0 ? null : words(random);

    private string Prefix(string word) => word[..random.Next(1, word.Length + 1)];

    private string Pattern(string word)
    {
        char[] pattern = word.ToCharArray();
        pattern[random.Next(pattern.Length)] = Some.Of(random, '*', '?');
        return new string(pattern) + Some.Of(random, "", "*", "?");
    }
}
