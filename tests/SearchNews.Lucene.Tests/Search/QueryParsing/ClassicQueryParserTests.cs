using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.QueryParsing;

namespace SearchNews.Lucene.Tests.Search.QueryParsing;

public sealed class ClassicQueryParserTests
{
    private static readonly ClassicQueryParser Whitespace = new("text", new WhitespaceAnalyzer());
    private static readonly ClassicQueryParser English = new("text", new EnglishAnalyzer());

    [Theory]
    [InlineData("a b", "text:a text:b")]
    [InlineData("+a -b", "+text:a -text:b")]
    [InlineData("a AND b OR c", "+text:a +text:b text:c")]
    [InlineData("title:(a b^2)", "title:a (title:b)^2.0")]
    [InlineData("\"a b\"~2", "text:\"a b\"~2")]
    [InlineData("ca* c?t [a TO *}", "text:ca* text:c?t text:[a TO *}")]
    [InlineData("cat~1 *:*", "text:cat~1 *:*")]
    public void Parse_EachForm_MakesQuery(string text, string expected) => Whitespace.Parse(text).ToString().ShouldBe(expected);

    [Fact]
    public void Parse_StopWordsInPhrase_LeaveHoles() => English.Parse("\"the quick of the foxes\"").ToString("text").ShouldBe("\"? quick ? ? fox\"");

    [Fact]
    public void Parse_PrefixesAndRanges_AreInLowerCaseButNotStemmed() => English.Parse("Running* [Apples TO Pears]").ToString("text").ShouldBe("running* [apples TO pears]");

    [Fact]
    public void Parse_OnlyStopWords_MatchesNothing() => English.Parse("the of").ShouldBe(new BooleanQuery.Builder().Build());

    [Theory]
    [InlineData("a /b.*/", 2, "Regular expressions")]
    [InlineData("a (b", 2, "not closed")]
    [InlineData("a b)", 3, "Expected")]
    [InlineData("\"a", 0, "quotation mark")]
    [InlineData("a*b *c", 4, "cannot begin")]
    [InlineData("x a^b", 3, "number")]
    [InlineData("x [a TO b", 2, "not closed")]
    [InlineData("[a b]", 3, "TO")]
    [InlineData("a~1.5", 1, "whole")]
    [InlineData("a~-1", 1, "negative")]
    [InlineData("\"a b\"~-1", 5, "negative")]
    [InlineData("ab\\", 2, "backslash")]
    [InlineData("\\u12g4", 0, "hexadecimal")]
    [InlineData("a AND", 5, "Expected")]
    [InlineData("", 0, "Expected")]
    [InlineData("a]", 1, "closes a range")]
    [InlineData("a^99999999999999999999999999999999999999999", 1, "finite")]
    public void Parse_Mistake_SaysWhereAndWhat(string text, int position, string part)
    {
        QueryParseException e = Should.Throw<QueryParseException>(() => Whitespace.Parse(text));
        e.Position.ShouldBe(position);
        e.Message.ShouldContain(part);
    }

    [Fact]
    public void Parse_DeepNesting_IsRefusedBeyondHundred()
    {
        Whitespace.Parse(new string('(', 100) + "a" + new string(')', 100)).ToString().ShouldBe("text:a");
        QueryParseException e = Should.Throw<QueryParseException>(() => Whitespace.Parse(new string('(', 100_000) + "a"));
        e.Position.ShouldBe(100);
    }

    [Fact]
    public void Parse_ManyClauses_AreRefusedBeyondLimit()
    {
        string Words(int count, string separator) => string.Join(separator, Enumerable.Repeat("a", count));
        ((BooleanQuery)Whitespace.Parse(Words(1024, " "))).Clauses.Length.ShouldBe(1024);
        Should.Throw<QueryParseException>(() => Whitespace.Parse(Words(1025, " ")));
        Should.Throw<QueryParseException>(() => Whitespace.Parse("b (" + Words(1025, " OR ") + ")")).Position.ShouldBe(3);
    }

    [Fact]
    public void Parse_LeadingWildcard_IsAllowedOnRequest() =>
        new ClassicQueryParser("text", new WhitespaceAnalyzer()) { AllowLeadingWildcard = true }.Parse("*a").ShouldBe(new WildcardQuery("text", "*a"));
}
