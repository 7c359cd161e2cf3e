namespace SearchNews.Browser.Tests.Hostile;

public sealed class HostilePayloadsTests
{
    [Fact]
    public void Generate_2000_AreDifferentAndOfEveryKind()
    {
        IReadOnlyList<string> payloads = HostilePayloads.Generate(Seeds.Random(), 2_000);

        payloads.Distinct(StringComparer.Ordinal).Count().ShouldBe(2_000);
        payloads.ShouldAllBe(p => p.Length <= HostilePayloads.MaxLength);
        string[] kinds = ["<script", "onerror=", "<svg", "<math", "javascript:", "data:text/html", "&lt;script", "&amp;lt;", "&#60;", "{{", "<style", "\0", "+ADw-", "\u202e", "<noscript>", "id=", "srcset=", "http-equiv", "<base", "<iframe", "<![CDATA[", "<!--", "</title>", "</textarea>", "</script>", "<mark"];
        foreach (string kind in kinds) payloads.Count(p => p.Contains(kind, StringComparison.Ordinal)).ShouldBePositive(kind);
    }

    [Fact]
    public void Generate_SameSeed_SamePayloads() =>
        HostilePayloads.Generate(Seeds.Of(1, 2), 100).ShouldBe(HostilePayloads.Generate(Seeds.Of(1, 2), 100));
}
