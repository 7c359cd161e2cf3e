using SearchNews.Articles;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.QuerySyntax;

public sealed class QueryCompilerTests : IDisposable
{
    private readonly TestIndex _index = TestIndex.Of(
        SomeArticles.Titled("a", "Running the cloud", "Storage of the state-of-the-art kind") with { Provider = new ArticleProvider("N", "nasa.gov"), Topics = ["Space"] },
        SomeArticles.Titled("b", "The cloud runs", "Networks and storages") with { Provider = new ArticleProvider("J", "jpl.nasa.gov"), Topics = ["Machine Learning"] },
        SomeArticles.Titled("c", "AWS re:Invent", "C# and .NET in the cloud") with { Provider = new ArticleProvider("X", "notnasa.gov"), Type = "Video" },
        SomeArticles.Titled("d", "Red colour", "of café tables"),
        SomeArticles.Titled("e", "Rockets", "rocket roket"));

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("cloud", "a b c")]
    [InlineData("CLOUDS", "a b c")]
    [InlineData("run cloud", "a b c")]
    [InlineData("run AND cloud", "a b")]
    [InlineData("\"the cloud\"", "a b c")]
    [InlineData("\"running the cloud\"", "a")]
    [InlineData("\"run the cloud\"", "")]
    [InlineData("title:\"run the cloud\"", "a")]
    [InlineData("\"cloud storage\"", "")]
    [InlineData("cloud -storage", "c")]
    [InlineData("-storage", "c d e")]
    [InlineData("-(run colour)", "a b c d e")]
    [InlineData("-(run cloud)", "c d e")]
    [InlineData("+storage -\"state of\"", "b")]
    [InlineData("colour OR rocket", "d e")]
    [InlineData("(colour OR rocket) AND café", "d")]
    [InlineData("cafe", "d")]
    [InlineData("c#", "c")]
    [InlineData(".net", "c")]
    [InlineData("state-of-the-art", "a")]
    [InlineData("title:cloud", "a b")]
    [InlineData("excerpt:cloud", "c")]
    [InlineData("title:(cloud red)", "a b d")]
    [InlineData("roc*", "e")]
    [InlineData("rockt~", "e")]
    [InlineData("site:nasa.gov", "a b")]
    [InlineData("site:NASA.gov.", "a b")]
    [InlineData("site:jpl.nasa.gov", "b")]
    [InlineData("cloud -site:nasa.gov", "c")]
    [InlineData("topic:space", "a")]
    [InlineData("topic:\"machine learning\"", "b")]
    [InlineData("type:video", "c")]
    [InlineData("site:nasa.gov OR type:video", "a b c")]
    [InlineData("re:Invent", "c")]
    [InlineData("colour:red", "d")]
    [InlineData("-colour:red", "a b c e")]
    [InlineData("the", "a b c")]
    [InlineData("+the +of", "a")]
    [InlineData("(the) OR (of)", "a b c d")]
    [InlineData("the -clouds", "")]
    [InlineData("-the", "d e")]
    [InlineData("site:nasa.gov \u2014", "a b")]
    public void Find_Query_FindsTheseArticles(string query, string ids) => string.Join(' ', _index.Find(query, MatchPolicy.All)).ShouldBe(ids, query);

    [Theory]
    [InlineData("colour rocket", MatchPolicy.All, "d e")]
    [InlineData("colour rocket", MatchPolicy.Any, "d e")]
    [InlineData("colour rocket", MatchPolicy.Most, "d e")]
    [InlineData("colour rocket cloud", MatchPolicy.Most, "")]
    [InlineData("run rocket cloud", MatchPolicy.Most, "a b")]
    [InlineData("run rocket cloud storage", MatchPolicy.Most, "a b")]
    [InlineData("+storage run red rocket", MatchPolicy.Most, "")]
    [InlineData("+storage run", MatchPolicy.Any, "a b")]
    public void Find_MatchPolicy_DecidesHowManyWords(string query, MatchPolicy match, string ids) => string.Join(' ', _index.Find(query, match)).ShouldBe(ids);

    [Theory]
    [InlineData("colour rocket", true)]
    [InlineData("(colour rocket)", true)]
    [InlineData("+storage rocket", true)]
    [InlineData("+(colour rocket)", true)]
    [InlineData("+colour +rocket", false)]
    [InlineData("colour AND rocket", false)]
    [InlineData("\"colour rocket\"", false)]
    [InlineData("cloud -(red colour)", false)]
    [InlineData("rocket", false)]
    public void Search_TooFewArticles_RelaxesWhereItHelps(string query, bool relaxed) => _index.Search(query).Meta.Relaxed.ShouldBe(relaxed);

    [Theory]
    [InlineData("rocket (site:nasa.gov OR site:esa.int)", MatchPolicy.All, "")]
    [InlineData("rocket (site:nasa.gov OR site:esa.int)", MatchPolicy.Any, "")]
    [InlineData("rocket (site:nasa.gov OR site:esa.int)", MatchPolicy.Most, "")]
    [InlineData("cloud (topic:space OR topic:music)", MatchPolicy.Any, "a")]
    [InlineData("cloud (site:nasa.gov topic:space)", MatchPolicy.Any, "a")]
    [InlineData("cloud (-site:nasa.gov)", MatchPolicy.Any, "c")]
    [InlineData("cloud ((site:nasa.gov OR type:video) -topic:space)", MatchPolicy.Any, "b c")]
    [InlineData("cloud (-storage)", MatchPolicy.Any, "c")]
    [InlineData("cloud (the site:jpl.nasa.gov)", MatchPolicy.Any, "b")]
    [InlineData("+cloud +(site:jpl.nasa.gov OR site:notnasa.gov)", MatchPolicy.All, "b c")]
    [InlineData("rocket OR site:jpl.nasa.gov", MatchPolicy.All, "b e")]
    public void Find_ConditionsInParentheses_AreNeverDropped(string query, MatchPolicy match, string ids) => string.Join(' ', _index.Find(query, match)).ShouldBe(ids);

    [Theory]
    [InlineData("title:the", "a b c", "'title:the' has nothing but stop words; it is searched in title and excerpt.")]
    [InlineData("excerpt:(+the +of)", "a", "'excerpt:the' has nothing but stop words; it is searched in title and excerpt.")]
    [InlineData("title:\"in the\"", "c", "'title:\"in the\"' has nothing but stop words; it is searched in title and excerpt.")]
    [InlineData("+title:\"in the\" +cloud", "c", "'title:\"in the\"' has nothing but stop words; it is searched in title and excerpt.")]
    public void Search_FieldOfStopWords_IsSearchedInBothWithWarning(string query, string ids, string warning)
    {
        _index.Find(query).ShouldBe(ids.Split(' '), query);
        _index.Search(query).Meta.Warnings.ShouldContain(warning);
    }

    [Theory]
    [InlineData("cafe*", "accent plain")]
    [InlineData("CAF\u00C9*", "accent plain")]
    [InlineData("cafet*", "plain")]
    [InlineData("\u0130st*", "city")]
    [InlineData("ist*", "city")]
    [InlineData("eco*", "accent")]
    [InlineData("strass*", "city")]
    [InlineData("stra\u00DF*", "city")]
    [InlineData("\u043C\u043E*", "cyrillic")]
    [InlineData("citi*", "")]
    public void Find_Prefix_IgnoresCaseAndAccentsAsWordsDo(string query, string ids)
    {
        using TestIndex index = TestIndex.Of(
            SomeArticles.Titled("accent", "Caf\u00E9", "\u00C9cole"),
            SomeArticles.Titled("plain", "Cafes", "cafeteria"),
            SomeArticles.Titled("city", "\u0130stanbul", "city Stra\u00DFe"),
            SomeArticles.Titled("cyrillic", "\u041C\u043E\u0441\u043A\u0432\u0430"));
        string.Join(' ', index.Find(query)).ShouldBe(ids, query);
    }

    [Fact]
    public void Search_Relaxed_ExcludesNoMoreThanBefore()
    {
        // Articles a, b and c each have one of the two words, a has both: only that one is unwanted, relaxed or not.
        _index.Find("rocket colour aws -(cloud storage)").ShouldBe(["c", "d", "e"]);
    }

    [Fact]
    public void Search_MoreTokensThanAllowed_SaysSo()
    {
        string word = string.Join(',', Enumerable.Range(0, 513).Select(i => $"w{i}x"));
        _index.Search(word).Meta.Warnings.ShouldContain("Only 512 words are searched; the rest was dropped.");
        _index.Search(word[..word.LastIndexOf(',')]).Meta.Warnings.ShouldBeEmpty();
    }
}
