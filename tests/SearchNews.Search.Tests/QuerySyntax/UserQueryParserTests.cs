using SearchNews.Search.QuerySyntax;

namespace SearchNews.Search.Tests.QuerySyntax;

public sealed class UserQueryParserTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("   \t\n", "")]
    [InlineData("azure", "azure")]
    [InlineData("Azure  DevOps", "Azure DevOps")]
    [InlineData("\"exact phrase\"", "\"exact phrase\"")]
    [InlineData("a \"b c\" d", "a \"b c\" d")]
    [InlineData("a\"b c\"d", "a \"b c\" d")]
    [InlineData("\"\"", "")]
    [InlineData("\"  \" a", "a")]
    [InlineData("+must -not may", "+must -not may")]
    [InlineData("+\"a b\" -\"c d\"", "+\"a b\" -\"c d\"")]
    [InlineData("a AND b", "+a +b")]
    [InlineData("a && b", "+a +b")]
    [InlineData("a AND b AND c", "+a +b +c")]
    [InlineData("a OR b", "(a OR b)")]
    [InlineData("a || b", "(a OR b)")]
    [InlineData("a OR b OR c", "(a OR b OR c)")]
    [InlineData("a OR b c", "(a OR b) c")]
    [InlineData("a b OR c d", "a (b OR c) d")]
    [InlineData("a AND b OR c AND d", "((+a +b) OR (+c +d))")]
    [InlineData("a OR b AND c", "(a OR (+b +c))")]
    [InlineData("a OR b AND c OR d", "(a OR (+b +c) OR d)")]
    [InlineData("a AND b c OR d", "+a +b (c OR d)")]
    [InlineData("x a OR b AND c y", "x (a OR (+b +c)) y")]
    [InlineData("a OR b AND NOT c", "(a OR (+b -c))")]
    [InlineData("-a AND b OR c", "((-a +b) OR c)")]
    [InlineData("(a OR b) AND c OR d", "((+(a OR b) +c) OR d)")]
    [InlineData("+a OR b", "+a b")]
    [InlineData("a OR +b", "a +b")]
    [InlineData("+a OR b OR c", "+a (b OR c)")]
    [InlineData("a OR +b OR c", "(a OR c) +b")]
    [InlineData("a OR b OR +c", "(a OR b) +c")]
    [InlineData("+a AND b OR c", "+a +b c")]
    [InlineData("+(a b) OR c", "+(a b) c")]
    [InlineData("a NOT b", "a -b")]
    [InlineData("a AND NOT b", "+a -b")]
    [InlineData("a OR -b", "a -b")]
    [InlineData("and or not", "and or not")]
    [InlineData("(a b) c", "(a b) c")]
    [InlineData("-(a b)", "-(a b)")]
    [InlineData("+(a OR b)", "+(a OR b)")]
    [InlineData("((a b))", "(a b)")]
    [InlineData("(a)", "a")]
    [InlineData("(-a) b", "(-a) b")]
    [InlineData("(a OR b) OR c", "(a OR b OR c)")]
    [InlineData("(a AND b) OR (c AND d)", "((+a +b) OR (+c +d))")]
    [InlineData("()", "")]
    [InlineData("-() a", "a")]
    [InlineData("title:rocket", "title:rocket")]
    [InlineData("TITLE:rocket", "title:rocket")]
    [InlineData("title: rocket", "title:rocket")]
    [InlineData("title:\"big rocket\"", "title:\"big rocket\"")]
    [InlineData("title:(a b)", "(title:a title:b)")]
    [InlineData("title:(a excerpt:b c)", "(title:a excerpt:b title:c)")]
    [InlineData("excerpt:a b", "excerpt:a b")]
    [InlineData("-title:a", "-title:a")]
    [InlineData("-#tag a", "-#tag a")]
    [InlineData("a -> b", "a b")]
    [InlineData("a --b", "a --b")]
    [InlineData("site:nasa.gov x", "site:nasa.gov x")]
    [InlineData("topic:\"machine learning\"", "topic:\"machine learning\"")]
    [InlineData("-site:nasa.gov", "-site:nasa.gov")]
    [InlineData("type:video", "type:video")]
    [InlineData("rock*", "rock*")]
    [InlineData("rocket~", "rocket~1")]
    [InlineData("rocket~2", "rocket~2")]
    [InlineData("~", "")]
    [InlineData("c#", "c#")]
    [InlineData("c++", "c++")]
    [InlineData(".net", ".net")]
    [InlineData("-.net", "-.net")]
    [InlineData("a - b", "a b")]
    [InlineData("a + b", "a b")]
    [InlineData("state-of-the-art", "state-of-the-art")]
    [InlineData("\u201Csmart quotes\u201D", "\"smart quotes\"")]
    [InlineData("\u201Elow high\u201C", "\"low high\"")]
    [InlineData("\u00ABguillemets here\u00BB", "\"guillemets here\"")]
    [InlineData("\U0001F680 launch", "\U0001F680 launch")]
    [InlineData("-\U0001F680", "-\U0001F680")]
    [InlineData("!!! ??? ...", "")]
    [InlineData("12:30", "12:30")]
    [InlineData("https://example.org/a:b", "https://example.org/a:b")]
    [InlineData("a\0b\u0001c", "a\0b\u0001c")]
    public void Parse_Text_IsUnderstoodAs(string text, string parsed)
    {
        UserQuery query = UserQueryParser.Parse(text);
        query.Parsed.ShouldBe(parsed);
        query.Dropped.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"a b", "a b", "not closed")]
    [InlineData("a \"b c\" \"d", "a \"b c\" d", "not closed")]
    [InlineData("(a b", "(a b)", "closed at the end")]
    [InlineData("a) b", "a b", "no opening")]
    [InlineData("colour:red", "colour:red", "'colour' is not a field")]
    [InlineData("te?t", "te?t", "wildcard")]
    [InlineData("*rocket", "*rocket", "wildcard")]
    [InlineData("a*", "a", "at least two")]
    [InlineData("title:rock*", "title:rock", "no field")]
    [InlineData("title:rocket~", "title:rocket", "variants")]
    [InlineData("\"azure sql\"~3", "\"azure sql\"", "'~3'")]
    [InlineData("\"azure sql\"~ x", "\"azure sql\" x", "'~'")]
    [InlineData("\"a b\"^2.5 c", "\"a b\" c", "'^2.5'")]
    [InlineData("azure~0.8", "azure", "'~0.8'")]
    [InlineData("a~3", "a", "'~3'")]
    [InlineData("azure^2 sql", "azure sql", "'^2'")]
    [InlineData("rocket~1^2", "rocket~1", "'^2'")]
    [InlineData("rock*^3", "rock*", "'^3'")]
    [InlineData("(a b)^2 c", "(a b) c", "'^2'")]
    [InlineData("kubernetes title:", "kubernetes", "'title:'")]
    [InlineData("(a title:) b", "a b", "'title:'")]
    [InlineData("title:excerpt:a", "excerpt:a", "'title:'")]
    [InlineData("title:\"\" a", "a", "'title:'")]
    [InlineData("site: !!! AND", "site:!!!", "'AND'")]
    [InlineData("a AND", "a", "'AND'")]
    [InlineData("AND a", "a", "'AND'")]
    [InlineData("a OR", "a", "'OR'")]
    [InlineData("OR a", "a", "'OR'")]
    [InlineData("a NOT", "a", "'NOT'")]
    [InlineData("NOT !!! a", "a", "'NOT'")]
    [InlineData("a AND OR b", "(a OR b)", "'AND'")]
    [InlineData("(a OR) b", "a b", "'OR'")]
    [InlineData("title:", "title", "'title:' stands alone; it is searched as a word")]
    [InlineData("Site:", "Site", "stands alone")]
    [InlineData("AND", "AND", "stands alone")]
    [InlineData("NOT", "NOT", "stands alone")]
    [InlineData("() OR ()", "OR", "stands alone")]
    [InlineData("\"title:\" &&", "\"title:\"", "'&&'")]
    public void Parse_NotAsMeant_IsSearchedAsWordsWithWarning(string text, string parsed, string warning)
    {
        UserQuery query = UserQueryParser.Parse(text);
        query.Parsed.ShouldBe(parsed);
        query.Warnings.ShouldHaveSingleItem().ShouldContain(warning);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(40)]
    public void Parse_ManyWords_KeepsThirtyTwo(int count)
    {
        string[] words = [.. Enumerable.Range(0, count).Select(i => $"w{i}")];
        UserQuery query = UserQueryParser.Parse(string.Join(' ', words));
        query.Parsed.ShouldBe(string.Join(' ', words.Take(32)));
        query.Dropped.ShouldBe(words.Skip(32));
        query.Warnings.Count.ShouldBe(count > 32 ? 1 : 0);
    }

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, false)]
    [InlineData(17, true)]
    [InlineData(25, true)]
    public void Parse_Depth_IsBounded(int depth, bool warns)
    {
        string text = string.Concat(Enumerable.Repeat("(w ", depth)) + "deep" + new string(')', depth) + " after";
        UserQuery query = UserQueryParser.Parse(text);
        query.Parsed.ShouldEndWith(new string(')', Math.Min(depth, 16)) + " after");
        query.Parsed.Count(c => c == '(').ShouldBe(Math.Min(depth, 16));
        query.Warnings.Any(w => w.Contains("deeper", StringComparison.Ordinal)).ShouldBe(warns);
        query.Warnings.Count.ShouldBe(warns ? 1 : 0);
    }

    [Fact]
    public void Parse_VeryDeep_StaysFlat()
    {
        UserQuery query = UserQueryParser.Parse(new string('(', 240) + "deep" + new string(')', 240) + " after");
        query.Parsed.ShouldBe("deep after");
        query.Warnings.ShouldHaveSingleItem().ShouldContain("deeper");
    }

    [Fact]
    public void Parse_ItsOwnCanonicalText_IsStable()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 2000; round++)
        {
            string once = UserQueryParser.Parse(RandomTexts.Plain(random)).Parsed;
            UserQueryParser.Parse(once).Parsed.ShouldBe(once);
        }
    }
}
