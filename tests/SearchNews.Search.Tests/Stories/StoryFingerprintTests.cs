using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Stories;

public sealed class StoryFingerprintTests
{
    [Fact]
    public void StemHash_Known_IsForEver()
    {
        // FNV-1a of the units' bytes and one 0xFF, by hand: indexes hold these numbers.
        ulong expected = StemHash.Start;
        foreach (byte unit in new byte[] { (byte)'a', 0, 0xE9, 0, 0xFF }) expected = unchecked((expected ^ unit) * 1_099_511_628_211UL);
        StemHash.Append(StemHash.Start, "aé").ShouldBe(expected);
        StemHash.Of("aé").ShouldBe((uint)(expected ^ (expected >> 32)));
        StemHash.Append(StemHash.Append(StemHash.Start, "ab"), "c").ShouldNotBe(StemHash.Append(StemHash.Append(StemHash.Start, "a"), "bc"));
    }

    [Fact]
    public void Of_TitleAndExcerpt_SortsStemsByPart()
    {
        var fingerprint = new StoryFingerprint(StoryFingerprint.Of("Running the comets", "Comets of a glacier, glaciers"));
        (fingerprint.BothCount, fingerprint.TitleCount, fingerprint.Count).ShouldBe((1, 2, 3));
        (fingerprint[0], fingerprint[1], fingerprint[2]).ShouldBe((StemHash.Of("comet"), StemHash.Of("run"), StemHash.Of("glacier")));
    }

    [Theory]
    [InlineData("The comets ran", "a COMET, ran!", true)]
    [InlineData("comet glacier", "glacier comet", false)]
    [InlineData("comet", "comet comet", false)]
    public void Title_TwoTitles_IsEqualForEqualStemsInOrder(string one, string other, bool equal) => (Title(one) == Title(other)).ShouldBe(equal);

    [Theory]
    [InlineData("")]
    [InlineData("the of !")]
    public void Title_WithoutStems_IsZero(string title) => Title(title).ShouldBe(0UL);

    [Fact]
    public void Of_MoreStemsThanAnyHeadline_StaysSmall()
    {
        byte[] bytes = StoryFingerprint.Of("comet", string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"w{i}")));
        new StoryFingerprint(bytes).Count.ShouldBe(StoryFingerprint.MaxStems);
        bytes.Length.ShouldBeLessThan(5_000);
    }

    [Fact]
    public void Of_RandomTexts_IsWhatCountingOneByOneGives()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 200; i++)
        {
            string title = Words(random.Next(i % 20 == 0 ? 1_500 : 12));
            string excerpt = Words(random.Next(i % 10 == 0 ? 3_000 : 60));
            List<string> stems = [];
            Dictionary<string, int> parts = new(StringComparer.Ordinal);
            foreach ((string text, int part) in new[] { (title, 1), (excerpt, 2) })
            {
                foreach (string stem in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (!parts.ContainsKey(stem) && parts.Count == StoryFingerprint.MaxStems) continue;
                    parts[stem] = parts.GetValueOrDefault(stem) | part;
                }
            }

            foreach (int part in new[] { 3, 1, 2 }) stems.AddRange(parts.Where(p => p.Value == part).Select(p => p.Key).OrderBy(s => StemHash.Of(s)));
            var fingerprint = new StoryFingerprint(StoryFingerprint.Of(title, excerpt));
            fingerprint.BothCount.ShouldBe(parts.Values.Count(p => p == 3));
            fingerprint.TitleCount.ShouldBe(parts.Values.Count(p => p != 2));
            uint[] found = new uint[fingerprint.Count];
            for (int stem = 0; stem < found.Length; stem++) found[stem] = fingerprint[stem];
            found.ShouldBe(stems.Select(s => StemHash.Of(s)));
        }

        // Numbers are their own stems.
        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"{random.Next(2_000)}"));
    }

    [Fact]
    public void Create_DamagedBytes_IsRefused()
    {
        byte[] bytes = StoryFingerprint.Of("comet", "glacier");
        for (int length = 0; length < bytes.Length; length++)
        {
            byte[] cut = bytes[..length];
            bool complete = length >= 12 && (length - 12) % 4 == 0 && length > 12;
            if (!complete) Should.Throw<FormatException>(() => new StoryFingerprint(cut).Count, $"{length}");
        }

        bytes[10] = 3;
        Should.Throw<FormatException>(() => new StoryFingerprint(bytes).Count);
    }

    [Fact]
    public void Likeness_SameAndOther_IsTheCosine()
    {
        StemTable table = new(100, Array.Empty<KeyValuePair<uint, int>>());
        StoryVector Vector(string title, string excerpt) => new StoryVector().Set(new StoryFingerprint(StoryFingerprint.Of(title, excerpt)), table);
        Vector("comet", "glacier").Likeness(Vector("comet", "glacier")).ShouldBe(1, 1e-12);
        Vector("comet", "").Likeness(Vector("glacier", "")).ShouldBe(0);

        // Equal idfs: (2, 1) and (1, 2) of length sqrt 5.
        Vector("comet", "glacier").Likeness(Vector("glacier", "comet")).ShouldBe(4.0 / 5, 1e-12);

        // In both counts three times: (3) and (2, 1).
        Vector("comet", "comet").Likeness(Vector("comet", "glacier")).ShouldBe(2 / Math.Sqrt(5), 1e-12);
        Vector("", "").Likeness(Vector("", "")).ShouldBe(0);
    }

    private static ulong Title(string title) => new StoryFingerprint(StoryFingerprint.Of(title, "")).Title;
}
