using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Tests.Diagnostics;

public sealed class DiagnosticBagTests
{
    private readonly DiagnosticBag _bag = new("a.md", new ArticleLimits { Diagnostics = 3 });

    [Fact]
    public void ToList_Empty_IsEmpty() => _bag.ToList().ShouldBeEmpty();

    [Fact]
    public void ToList_WithinTheLimit_KeepsOrder()
    {
        _bag.Warn("w", 0, "1");
        _bag.Error("e", 0, "2");
        _bag.Warn("w", 0, "3");

        Messages().ShouldBe(["1", "2", "3"]);
        _bag.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void ToList_ErrorAfterManyWarnings_KeepsTheError()
    {
        for (int i = 1; i <= 5; i++)
            _bag.Warn("w", 0, $"{i}");
        _bag.HasErrors.ShouldBeFalse();
        _bag.Error("e", 0, "why");

        Messages().ShouldBe(["1", "why", "4 more problems are not listed"]);
        _bag.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void ToList_ManyErrors_KeepsTheFirst()
    {
        for (int i = 1; i <= 5; i++)
            _bag.Error("e", 0, $"{i}");

        Messages().ShouldBe(["1", "2", "3 more problems are not listed"]);
    }

    private IEnumerable<string> Messages() => _bag.ToList().Select(d => d.Message);
}
