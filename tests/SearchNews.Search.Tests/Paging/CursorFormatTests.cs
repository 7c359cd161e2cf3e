using SearchNews.Search.Embedded;
using SearchNews.Search.Paging;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Paging;

public sealed class CursorFormatTests
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly DateTimeOffset Now = TestIndex.Now;
    private static readonly SearchRequest Asked = Parse("q=azure");
    private static readonly CursorPosition Place = new(7, 3, new RankedHit(41, 1.25, SignalColumns.NoDate), Now, null);

    private readonly CursorFormat _format = new();

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 1_000; round++)
        {
            var hit = new RankedHit(random.Next(), random.Next(3) == 0 ? double.NegativeInfinity : random.NextDouble() * 100, random.NextInt64());
            var position = new CursorPosition(random.NextInt64(), random.Next(), hit, Now.AddTicks(random.Next()), random.Next(2) == 0 ? null : Now.AddTicks(-random.Next()));
            string text = _format.Write(position, Asked);
            text.Length.ShouldBe(CursorFormat.Length);
            text.ShouldAllBe(letter => Letters.Contains(letter));
            _format.Read(text, Asked).ShouldBe(position);
        }
    }

    [Fact]
    public void Read_AnyLetterChanged_IsRefused()
    {
        string text = _format.Write(Place, Asked);
        int expired = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char other = Letters[(Letters.IndexOf(text[i]) + 32) % 64];
            string changed = $"{text[..i]}{other}{text[(i + 1)..]}";
            Exception refusal = Should.Throw<Exception>(() => _format.Read(changed, Asked), $"letter {i}");
            if (refusal is CursorExpiredException) expired++;
            else refusal.ShouldBeOfType<InvalidRequestException>().Errors.Keys.ShouldBe(["cursor"]);
        }

        expired.ShouldBe(10, "only another process's number may look like a cursor of before a restart");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%%%")]
    [InlineData("null")]
    [InlineData("\0")]
    public void Read_NoCursor_IsRefused(string text)
    {
        Should.Throw<InvalidRequestException>(() => _format.Read(text, Asked)).Errors["cursor"][0].ShouldContain("is no cursor");
        string whole = _format.Write(Place, Asked);
        foreach (string wrong in (string[])[whole[..^1], whole + "A", whole[..^1] + "=", whole[..^1] + " ", new string('A', CursorFormat.Length), new string('é', CursorFormat.Length)])
            Should.Throw<InvalidRequestException>(() => _format.Read(wrong, Asked)).Errors["cursor"][0].ShouldContain("is no cursor", customMessage: wrong);
    }

    [Fact]
    public void Read_OfAnotherProcess_IsExpired() =>
        Should.Throw<CursorExpiredException>(() => new CursorFormat().Read(_format.Write(Place, Asked), Asked)).Message.ShouldContain("before the service was started");

    [Fact]
    public void Read_OfAnotherList_IsRefused()
    {
        string[] lists =
        [
            "", "q=azure", "q=azure&match=any", "q=azure&match=most", "q=azure&typo=off", "q=azure&sort=newest", "q=azure&sort=quality", "q=azure&from=2021-01-01", "q=azure&to=2021-01-01",
            "q=azure&since=7d", "q=azure&since=8d", "q=azure&since=2021-08-22", "q=azure&site=a", "q=azure&topic=a", "q=azure&type=a", "q=azure&category=a", "q=azure&site=a&site=b", "q=azure&site=a&topic=b",
            "q=azure&minQuality=1", "q=azure&minHeat=1", "q=azure&visibility=published", "q=azure&group=none", "q=azure&profile=fresh", "q=azure&w.quality=1", "q=azure&w.coverage=1",
            "q=azure&w.recency=1", "q=azure&now=2021-05-01", "q=Azure", "q=azure&site=1%3Aa", "sort=relevance",
        ];
        foreach (string one in lists)
        {
            string cursor = _format.Write(Place, Parse(one));
            foreach (string other in lists.Where(l => l != one))
                Should.Throw<InvalidRequestException>(() => _format.Read(cursor, Parse(other)), $"{one} / {other}").Errors["cursor"][0].ShouldContain("does not go with this search");
        }
    }

    [Theory]
    [InlineData("q=azure", "q=azure&size=3")]
    [InlineData("q=azure", "q=azure&facets=type")]
    [InlineData("q=azure", "q=azure&explain=2")]
    [InlineData("q=azure", "q=azure&page=7")]
    [InlineData("q=azure", "q=azure&sort=relevance&match=all&group=story")]
    [InlineData("", "q=&sort=newest")]
    public void Read_OfTheSameList_Fits(string one, string other) => _format.Read(_format.Write(Place, Parse(one)), Parse(other)).ShouldBe(Place);

    [Fact]
    public void Read_SameAgeLater_Fits() => _format.Read(_format.Write(Place, Parse("since=7d")), Parse("since=7d", Now.AddMinutes(4))).ShouldBe(Place);

    private static SearchRequest Parse(string query, DateTimeOffset? now = null) => SearchParameters.Parse(
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1]))), now ?? Now);
}
