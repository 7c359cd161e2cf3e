namespace SearchNews.Api.Tests.Feeds;

/// <summary>The rules themselves: a sound feed breaks none, and each fault is seen.</summary>
public sealed class FeedRulesTests
{
    private const string Rss =
        """
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>t</title><link>https://a.example/</link><description>d</description>
        <atom:link rel="self" type="application/rss+xml" href="https://a.example/f"/><lastBuildDate>Sun, 29 Aug 2021 12:00:00 GMT</lastBuildDate>
        <item><title>i</title><link>https://a.example/1</link><guid isPermaLink="false">x:1</guid><pubDate>Sun, 29 Aug 2021 12:00:00 GMT</pubDate><category>c</category>
        <enclosure url="https://a.example/e" length="3" type="image/png"/><media:content url="https://a.example/i" medium="image" width="3"/></item>
        <item><description>e</description><guid isPermaLink="false">x:2</guid></item></channel></rss>
        """;

    private const string Atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:f</id><title type="text">t</title><updated>2021-08-29T12:00:00Z</updated><author><name>n</name></author>
        <link rel="self" href="https://a.example/f"/><link rel="next" href="https://a.example/n"/><generator version="1">g</generator>
        <entry><id>urn:x:1</id><title>i</title><updated>2021-08-29T12:00:00.5Z</updated><published>2021-08-29T12:00:00Z</published><link href="https://a.example/1"/>
        <category term="c"/><summary>s</summary></entry><entry><id>urn:x:2</id><title>j</title><updated>2021-08-29T12:00:00Z</updated><content>c</content></entry></feed>
        """;

    private const string Json =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"t","home_page_url":"https://a.example/","feed_url":"https://a.example/f","next_url":"https://a.example/n","items":[
        {"id":"1","url":"https://a.example/1","content_text":"c","image":"https://a.example/i","date_published":"2021-08-29T12:00:00Z","authors":[{"name":"n"}],"tags":["t"]},{"id":"2","content_html":"h"}]}
        """;

    [Fact]
    public void Check_SoundFeeds_BreakNothing()
    {
        RssRules.Check(Rss).ShouldBeEmpty();
        AtomRules.Check(Atom).ShouldBeEmpty();
        JsonFeedRules.Check(Json).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("version=\"2.0\"", "version=\"0.91\"")]
    [InlineData("<title>t</title>", "")]
    [InlineData("<description>d</description>", "<description>d</description><description>d</description>")]
    [InlineData("<link>https://a.example/</link>", "<link>/</link>")]
    [InlineData("rel=\"self\"", "rel=\"next\"")]
    [InlineData("href=\"https://a.example/f\"", "href=\"/f\"")]
    [InlineData("<title>i</title>", "<title> </title>")]
    [InlineData("<title>i</title>", "<title><b>i</b></title>")]
    [InlineData("<description>e</description>", "")]
    [InlineData("https://a.example/1", "javascript:alert(1)")]
    [InlineData("https://a.example/1", "https://a.example/ü")]
    [InlineData("x:2", "x:1")]
    [InlineData("isPermaLink=\"false\"", "isPermaLink=\"no\"")]
    [InlineData("isPermaLink=\"false\"", "")]
    [InlineData("Sun, 29 Aug 2021", "Mon, 29 Aug 2021")]
    [InlineData("Sun, 29 Aug 2021 12:00:00 GMT</pub", "2021-08-29</pub")]
    [InlineData("<category>c", "<category>")]
    [InlineData("<category>c</category>", "<kategorie>c</kategorie>")]
    [InlineData("length=\"3\"", "")]
    [InlineData("type=\"image/png\"", "type=\"png\"")]
    [InlineData("medium=\"image\"", "medium=\"picture\"")]
    [InlineData("width=\"3\"", "width=\"3px\"")]
    [InlineData("<item><title>i", "<item><author>Anna</author><title>i")]
    [InlineData("<title>t", "<title>\u0001")]
    public void Check_FaultyRss_IsSeen(string sound, string faulty) => RssRules.Check(Replace(Rss, sound, faulty)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")]
    [InlineData("<id>urn:x:f</id>", "")]
    [InlineData("urn:x:f", "f")]
    [InlineData("<title type=\"text\">t</title>", "<title type=\"plain\">t</title>")]
    [InlineData("<title type=\"text\">t</title>", "<title type=\"text\"><b/>t</title>")]
    [InlineData("2021-08-29T12:00:00.5Z", "2021-08-29")]
    [InlineData("2021-08-29T12:00:00.5Z", "2021-08-29t12:00:00z")]
    [InlineData("<updated>2021-08-29T12:00:00Z</updated><author>", "<author>")]
    [InlineData("<author><name>n</name></author>", "")]
    [InlineData("<author><name>n</name></author>", "<author/>")]
    [InlineData("rel=\"self\"", "rel=\"via\"")]
    [InlineData("https://a.example/n", "https://a.example/f")]
    [InlineData("<link href=\"https://a.example/1\"/>", "")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link href=\"https://a.example/1\"/><link href=\"https://a.example/2\"/>")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link href=\"1\"/>")]
    [InlineData("<link href=\"https://a.example/1\"/>", "<link href=\"https://a.example/1\" medium=\"x\"/>")]
    [InlineData("urn:x:2", "urn:x:1")]
    [InlineData("<category term=\"c\"/>", "<category label=\"c\"/>")]
    [InlineData("<summary>s</summary>", "<summary>s</summary><summary>s</summary>")]
    [InlineData("<summary>s</summary>", "<description>s</description>")]
    [InlineData(">g<", "><")]
    [InlineData("<entry><id>urn:x:1", "<entry>text<id>urn:x:1")]
    public void Check_FaultyAtom_IsSeen(string sound, string faulty) => AtomRules.Check(Replace(Atom, sound, faulty)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("version/1.1", "version/1")]
    [InlineData("\"title\":\"t\",", "")]
    [InlineData("https://a.example/n", "https://a.example/f")]
    [InlineData("https://a.example/n", "/n")]
    [InlineData("\"items\"", "\"entries\"")]
    [InlineData("\"id\":\"1\"", "\"id\":1")]
    [InlineData("\"id\":\"2\"", "\"id\":\"1\"")]
    [InlineData("\"content_text\":\"c\",", "")]
    [InlineData("https://a.example/i", "data:x")]
    [InlineData("2021-08-29T12:00:00Z", "yesterday")]
    [InlineData("[{\"name\":\"n\"}]", "[{}]")]
    [InlineData("[{\"name\":\"n\"}]", "{\"name\":\"n\"}")]
    [InlineData("[\"t\"]", "\"t\"")]
    [InlineData("\"tags\"", "\"topics\"")]
    [InlineData("\"url\"", "\"id\"")]
    [InlineData("{\"version\"", "[\"version\"")]
    public void Check_FaultyJsonFeed_IsSeen(string sound, string faulty) => JsonFeedRules.Check(Replace(Json, sound, faulty)).ShouldNotBeEmpty();

    private static string Replace(string text, string sound, string faulty)
    {
        text.ShouldContain(sound);
        int at = text.IndexOf(sound, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), faulty, text.AsSpan(at + sound.Length));
    }
}
