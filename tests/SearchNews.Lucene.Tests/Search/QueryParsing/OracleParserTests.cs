using System.Text;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Analysis.News;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.QueryParsing;

namespace SearchNews.Lucene.Tests.Search.QueryParsing;

/// <summary>The classic parser makes the queries that Lucene's makes, and refuses what Lucene's refuses.</summary>
public sealed class OracleParserTests
{
    private static readonly string[] Examples =
    [
        "a", "a b", "a b c d", "+a -b", "a AND b", "a OR b", "a AND b OR c", "a OR b AND c", "a AND NOT b", "NOT a", "!a b", "a && b || c", "a &&b", "a||b", "- a", "+ a b", "! a", "a -", "a +", "a !b",
        "body:a b", "body:(a b)", "body:(a b)^2 c", "title:a^2 b^0.5", "a^2~1", "a~1^2", "a~(b)", "a~b^2", "a~b*", "a~\\(x", "a~1e0", "a~1f", "a~+1", "a~.5", "a~5.", "\"a b\"~2b", "\"a b\"~1e1", "a~1~2", "a~:b", "a~\"b\"", "a~/b", "a~-1", "a~2-3", "a~AND b", "a~\u65e5", "a~1!b", "a~{b TO c}", "\"a b\"~x*", "a~1 ~2", "a~1\\", "a~0.5.5", "a~2\\ b", "a~", "a~0.5", "a~0.8", "a~3", "a~1.5", "a~0", "abcdef~0.7", "a~b", "\"a b\"", "\"a b\"~2", "\"a b\"~", "\"a b\"~2.7^3", "\"a b\"^3~2", "\"the quick of fox\"", "\"the\"", "\"\"",
        "the", "the fox", "fox the", "the of and", "+the fox", "fox AND the", "the AND fox", "fox AND the AND cat", "(the)", "+(the) fox", "(a b) (c d)", "((a))", "((a b))", "+(a +b) -(c d)", "(a)^2", "(a b)^2.5 c", "a (b", "a b)", "()", "a ()", ")", "(",
        "a*", "a* b", "ab*c", "a?", "?a", "*a", "*", "**", "*:*", "*:* -a", "body:*", "a:*", "*:a", "te\\*t*", "te\\*t", "A*", "A?B", "A\\?b*", "a*~1", "a*^2", "*:*^2", "a:b:c", "a :b", "a: b", "a:", ":a", "a:(b c:d)",
        "[a TO b]", "{a TO b}", "[a TO b}", "{a TO b]", "[a TO *]", "[* TO b]", "[* TO *]", "[A TO B]", "[\"a b\" TO \"c d\"]", "[\"*\" TO b]", "[a b]", "[TO TO b]", "[a TO]", "[a TO b", "a TO b]", "[a TO b]^2", "title:[a TO b]", "[a\\ b TO c]", "[a  TO  b]", "[a\tTO b]", "[a TO b c]", "[\\* TO b]", "[ab\"c TO d]", "[\"a\"b TO d]",
        "a\\:b", "a\\ b", "\\a", "a\\", "\\u0041bc", "\\u00e9t\\u00e9", "\\u12", "\\uzzzz", "a/b", "/a/", "a /b.*c/ d", "a\"b", "a\"b\"", "\"a", "\"a\\\"b\"", "\"a\\\\\"", "a^", "a^b", "a^ 2", "a^2.", "a^.5", "a^-1", "a^2^3", "^2", "~2", "a~ 2", "a~2b",
        "", " ", "AND", "OR", "NOT", "a AND", "AND a", "a OR OR b", "a NOT", "a AND AND b", "and or not", "a and b", "+-a", "-+a", "+!a", "NOT NOT a", "a NOT b NOT c", "+(a OR b) AND c", "a b AND c d", "a b OR c d", "a b c^2 d", "a b* c d", "a b~ c d", "a b:c d e", "a \"b c\" d e", "a -b c d", "a b -c", "a+b", "a-b c", "wi-fi", "wi-fi router", "+wi-fi", "\"wi-fi router\"", "\"wi-fi router\"~3", "wi-fi~1", "foo.bar@baz", "Fox's dens", "running AND jumping", "R\u00e9sum\u00e9*", "R\u00c9sum\u00c9 caf\u00c9", "\u65e5\u672c \u8a9e", "\ud83d\ude80 a", "a\u3000b", "a\nb", "a\tb\rc", "c# .net", "100%", "$5 &x |y", "a & b", "a | b", "a&&b", "x^2 y^3 z", "\"a b\"~99999999999",
    ];

    private static readonly string[] Words = ["a", "b", "cat", "The", "of", "wi-fi", "e=mc2", "R\u00e9sum\u00e9", "TO", "\\(x", "C:", "1.5", "x|y", "and"];
    private static readonly string[] Strange = ["(", ")", "\"", "~", "~1", "^2", "^", ":", "*", "?", "[", "]", "{a", "TO", "\\", "&&", "||", "!", "+", "- ", "AND", "OR", "NOT"];

    [Theory]
    [InlineData("english", false)]
    [InlineData("english", true)]
    [InlineData("whitespace", false)]
    [InlineData("news", false)]
    public void Parse_Examples_MakesLucenesQuery(string analyzer, bool requireAll) => Compare(Examples, analyzer, requireAll);

    [Theory]
    [InlineData("english", false, 1500)]
    [InlineData("whitespace", true, 500)]
    public void Parse_RandomText_MakesLucenesQuery(string analyzer, bool requireAll, int count)
    {
        Random random = Seeds.Random(count);
        Compare([.. Enumerable.Range(0, count).Select(_ => Text(random, 3))], analyzer, requireAll);
    }

    // Mostly well-formed, with something strange in one clause of forty.
    private static string Text(Random random, int depth)
    {
        var text = new StringBuilder();
        int clauses = random.Next(1, 6);
        for (int i = 0; i < clauses; i++)
        {
            if (i > 0) text.Append(' ').Append(Some.Of(random, "", "", "", "", "AND ", "OR ", "&& ", "|| "));
            text.Append(Some.Of(random, "", "", "", "", "+", "-", "!", "NOT ")).Append(Some.Of(random, "", "", "", "", "title:", "body:"));
            text.Append(Clause(random, depth)).Append(Some.Of(random, "", "", "", "", "^2", "^0.25"));
            if (random.Next(40) == 0) text.Append(Strange[random.Next(Strange.Length)]);
        }

        return text.ToString();
    }

    private static string Clause(Random random, int depth) => random.Next(depth > 0 ? 12 : 10) switch
    {
        0 => $"\"{Word(random)} {Word(random)}\"",
        1 => $"\"{Word(random)} {Word(random)} {Word(random)}\"~{random.Next(4)}",
        2 => $"{Word(random)}*",
        3 => $"{Word(random)}?{Word(random)}",
        4 => $"{Some.Of(random, "[", "{")}{Word(random)} TO {Some.Of(random, Word(random), "*")}{Some.Of(random, "]", "}")}",
        5 => $"{Word(random)}~{Some.Of(random, "", "1", "2", "0.6", "0", "1^3", "x")}",
        > 9 => $"({Text(random, depth - 1)})",
        _ => Word(random),
    };

    private static string Word(Random random) => Words[random.Next(Words.Length)];

    private static void Compare(IReadOnlyList<string> texts, string analyzer, bool requireAll)
    {
        string folder = Oracle.SharedIndex("simple");
        var analyzers = new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "keyword" };
        IReadOnlyList<OracleResult> expected = Oracle.RunQueries(folder, texts.Select(text => OracleQuery.ClassicLine(text, "body", analyzer, 1, analyzers, requireAll)));
        Analyzer body = analyzer switch { "english" => new EnglishAnalyzer(), "news" => new NewsAnalyzer(new ListedNames(TextReader.Null)), _ => new WhitespaceAnalyzer() };
        var title = new KeywordAnalyzer();
        var parser = new ClassicQueryParser("body", field => field == "title" ? title : body) { RequireAll = requireAll };
        var different = new List<string>();
        int refused = 0;
        for (int i = 0; i < texts.Count; i++)
        {
            string ours;
            try
            {
                ours = Ascii(parser.Parse(texts[i]).ToString());
            }
            catch (QueryParseException e)
            {
                e.Position.ShouldBeInRange(0, texts[i].Length);
                ours = $"error {e.Message}";
            }

            if (ours.StartsWith("error", StringComparison.Ordinal)) refused++;
            bool isRegexp = ours.Contains("Regular", StringComparison.Ordinal);
            bool same = expected[i].Error is null ? ours == expected[i].Parsed || isRegexp : ours.StartsWith("error", StringComparison.Ordinal);
            if (!same) different.Add($"{texts[i]}\n   ours {ours}\n   java {expected[i].Parsed} {expected[i].Error}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{texts.Count} texts, {refused} refused, {different.Count} different");
        different.ShouldBeEmpty($"{different.Count} of {texts.Count}");
    }

    private static string Ascii(string text)
    {
        var ascii = new StringBuilder();
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            if (b is >= 0x20 and < 0x7f && b != '\\') ascii.Append((char)b);
            else ascii.Append('\\').Append(b.ToString("x2"));
        }

        return ascii.ToString();
    }
}
