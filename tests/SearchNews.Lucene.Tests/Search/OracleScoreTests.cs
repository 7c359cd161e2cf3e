using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Random queries of all kinds on indexes that Lucene wrote give Lucene's totals, documents, order and scores.</summary>
public sealed class OracleScoreTests
{
    [Theory]
    [InlineData("simple", "body", 250)]
    [InlineData("multi", "body", 250)]
    [InlineData("merged", "body", 150)]
    [InlineData("features", "text", 250)]
    public void Search_RandomQueries_ScoresAsLucene(string kind, string field, int count)
    {
        using var comparison = new OracleComparison(Oracle.SharedIndex(kind));
        Random random = Seeds.Random(count);
        RandomQueries queries = Queries(random, comparison, field);
        comparison.Compare([.. Enumerable.Range(0, count).Select(i => i % 10 == 0 ? queries.Disjunction(random.Next(2, 9)) : queries.Next())]);
    }

    [Theory]
    [InlineData("simple", "body", 100)]
    [InlineData("offsets", "positions", 300)]
    public void Search_RandomPhrases_ScoresAsLucene(string kind, string field, int count)
    {
        using var comparison = new OracleComparison(Oracle.SharedIndex(kind));
        Random random = Seeds.Random(count);
        string[] words = [.. comparison.Words(field).Take(12)];
        var queries = new RandomQueries(random, r => words[(int)(words.Length * Math.Pow(r.NextDouble(), 1.5))]) { TextField = field };
        comparison.Compare([.. Enumerable.Range(0, count).Select(_ => queries.Phrase(random.Next(2, 7), random.Next(8), random.Next(3) > 0))]);
    }

    [Theory]
    [InlineData("simple", 150)]
    [InlineData("multi", 150)]
    public void Search_ClassicSyntax_ScoresAsLucene(string kind, int count)
    {
        using var comparison = new OracleComparison(Oracle.SharedIndex(kind));
        Random random = Seeds.Random(count);
        string[] words = [.. comparison.Words("body").Where(word => word.All(char.IsAsciiLetter))];
        comparison.CompareClassic([.. Enumerable.Range(0, count).Select(_ => ClassicText(random, words))], "body");
    }

    [Fact]
    public void Search_LargePostings_ScoresAsLucene()
    {
        using var comparison = new OracleComparison(Oracle.SharedIndex("bigpostings"));
        Random random = Seeds.Random();
        string[] words = [.. comparison.Words("positions").Take(60)];
        var queries = new RandomQueries(random, r => words[r.Next(words.Length)]) { TextField = "positions", KeywordField = "docs", WithSlop = true };
        comparison.Compare([.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? queries.Disjunction(random.Next(2, 6)) : queries.Next(2))]);
    }

    internal static RandomQueries Queries(Random random, OracleComparison comparison, string field)
    {
        string[] words = comparison.Words(field);
        return new RandomQueries(random, r => r.Next(30) == 0 ? "absent" : words[(int)(words.Length * Math.Pow(r.NextDouble(), 2.5))])
        {
            TextField = field,
            Features = ["quality", "heat", "coverage"],
            WithSlop = true,
        };
    }

    private static string ClassicText(Random random, string[] words)
    {
        return string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Some.Of(random, "", "", "+", "-") + Clause() + Some.Of(random, "", "", "^1.7")));

        string Word() => words[(int)(words.Length * Math.Pow(random.NextDouble(), 2))];

        string Clause() => random.Next(9) switch
        {
            0 => $"\"{Word()} {Word()}\"~{random.Next(8)}",
            1 => $"{Word()[..2]}*",
            2 => $"{Word()[..1]}?{Word()[..1]}*",
            3 or 4 => $"{Word()}~{Some.Of(random, "", "1", "2", "0.7")}",
            5 => $"[{Word()} TO {Word()}]",
            6 => $"{Some.Of(random, "title", "keyword", "docsOnly", "freqs")}:{Word()}",
            7 => $"({Word()} {Some.Of(random, "AND", "OR", "")} {Word()})",
            _ => Word(),
        };
    }
}
