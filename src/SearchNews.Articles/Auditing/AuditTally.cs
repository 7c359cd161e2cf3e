using SearchNews.Articles.Binding;

namespace SearchNews.Articles.Auditing;

/// <summary>Looks at articles one by one and counts what it finds. Used by one thread.</summary>
internal sealed class AuditTally
{
    /// <summary>Heat that a related item is worth. Source: `heat = quality + 20 x related` holds in known folders for 2,911 of 3,022 articles.</summary>
    private const double HeatPerRelated = 20;

    /// <summary>The heat of a member of a story that does not lead it.</summary>
    private const double FlagHeat = -1;

    private readonly AuditOptions _options;
    private readonly DateTimeOffset _now;
    private readonly List<FindingTally> _findings = [];
    private readonly SameTexts _titles = new();
    private readonly SameTexts _texts = new();
    private readonly FindingTally _heatDerived;
    private readonly FindingTally _heatNotDerived;
    private readonly FindingTally _heatFlag;
    private readonly FindingTally _heatFlagAlone;
    private readonly FindingTally _heatNegative;
    private readonly FindingTally _heatHigh;
    private readonly FindingTally _qualityNotPositive;
    private readonly FindingTally _noTitle;
    private readonly FindingTally _noExcerpt;
    private readonly FindingTally _excerptFromBody;
    private readonly FindingTally _noQuality;
    private readonly FindingTally _noHeat;
    private readonly FindingTally _noDate;
    private readonly FindingTally _noUrl;
    private readonly FindingTally _noProvider;
    private readonly FindingTally _noTopics;
    private readonly FindingTally _notPublished;
    private readonly FindingTally _noPublished;
    private readonly FindingTally _futureDate;
    private readonly FindingTally _sameTitle;
    private readonly FindingTally _sameText;
    private readonly FindingTally _relatedLong;

    public AuditTally(AuditOptions options, DateTimeOffset now)
    {
        _options = options;
        _now = now;
        _heatDerived = Finding(AuditCode.HeatDerived, "heat is quality + 20 x related");
        _heatNotDerived = Finding(AuditCode.HeatNotDerived, "heat is something else");
        _heatFlag = Finding(AuditCode.HeatFlag, "heat -1: in a story, not its leader");
        _heatFlagAlone = Finding(AuditCode.HeatFlagAlone, "heat -1 without related articles");
        _heatNegative = Finding(AuditCode.HeatNegative, "heat negative and not -1");
        _heatHigh = Finding(AuditCode.HeatHigh, $"heat above {NumberValue.Format(options.HighHeat)}");
        _qualityNotPositive = Finding(AuditCode.QualityNotPositive, "quality 0 or less");
        _noTitle = Finding(AuditCode.NoTitle, "no title");
        _noExcerpt = Finding(AuditCode.NoExcerpt, "no excerpt");
        _excerptFromBody = Finding(AuditCode.ExcerptFromBody, "excerpt taken from the text");
        _noQuality = Finding(AuditCode.NoQuality, "no quality");
        _noHeat = Finding(AuditCode.NoHeat, "no heat");
        _noDate = Finding(AuditCode.NoDate, "no date");
        _noUrl = Finding(AuditCode.NoUrl, "no webUrl or originalUrl");
        _noProvider = Finding(AuditCode.NoProvider, "no provider domain");
        _noTopics = Finding(AuditCode.NoTopics, "no topics");
        _notPublished = Finding(AuditCode.NotPublished, "published: false");
        _noPublished = Finding(AuditCode.NoPublished, "published not said");
        _futureDate = Finding(AuditCode.FutureDate, "date in the future");
        _sameTitle = Finding(AuditCode.SameTitle, "same title as another");
        _sameText = Finding(AuditCode.SameText, "same title and excerpt");
        _relatedLong = Finding(AuditCode.RelatedLong, $"more than {options.LongRelated} related articles");
    }

    /// <summary>Articles looked at.</summary>
    public int Articles { get; private set; }

    /// <summary>Items of the longest list of related articles.</summary>
    public int LongestRelated { get; private set; }

    /// <summary>Looks at an article.</summary>
    public void Add(Article article)
    {
        Articles++;
        LongestRelated = Math.Max(LongestRelated, article.RelatedCount);
        AddSignals(article);
        AddMissing(article);
        string id = article.Id;
        _notPublished.Look(id, applies: article.Published is not null, found: article.Published == false);
        _futureDate.Look(id, applies: article.PublishedAt is not null, found: article.PublishedAt > _now);
        _relatedLong.Look(id, applies: article.RelatedCount > 0, found: article.RelatedCount > _options.LongRelated);
        _titles.Add(id, article.Title);
        if (article.Title.Length > 0)
            _texts.Add(id, article.Title + "\n" + article.Excerpt);
    }

    /// <summary>Everything that was looked for. To be called once, after the last article.</summary>
    public IReadOnlyList<AuditFinding> Finish()
    {
        _titles.CountInto(_sameTitle);
        _texts.CountInto(_sameText);
        return [.. _findings.Select(finding => finding.ToFinding())];
    }

    private void AddSignals(Article article)
    {
        string id = article.Id;
        bool hasHeat = article.Heat is not null;
        bool isFlag = article.Heat == FlagHeat;
        bool isDerivable = article.Quality is not null && article.Heat >= 0;
        bool isDerived = article.Heat == article.Quality + (HeatPerRelated * article.RelatedCount);
        _heatDerived.Look(id, isDerivable, isDerived);
        _heatNotDerived.Look(id, isDerivable, !isDerived);
        _heatFlag.Look(id, hasHeat, isFlag);
        _heatFlagAlone.Look(id, isFlag, article.RelatedCount == 0);
        _heatNegative.Look(id, hasHeat, article.Heat < 0 && !isFlag);
        _heatHigh.Look(id, hasHeat, article.Heat > _options.HighHeat);
        _qualityNotPositive.Look(id, article.Quality is not null, article.Quality <= 0);
    }

    private void AddMissing(Article article)
    {
        string id = article.Id;
        _noTitle.Look(id, applies: true, article.Title.Length == 0);
        _noExcerpt.Look(id, applies: true, article.Excerpt.Length == 0);
        _excerptFromBody.Look(id, applies: true, article.ExcerptFromBody);
        _noQuality.Look(id, applies: true, article.Quality is null);
        _noHeat.Look(id, applies: true, article.Heat is null);
        _noDate.Look(id, applies: true, article.PublishedAt is null);
        _noUrl.Look(id, applies: true, article.Url is null);
        _noProvider.Look(id, applies: true, article.Provider?.Domain is null);
        _noTopics.Look(id, applies: true, article.Topics.Count == 0);
        _noPublished.Look(id, applies: true, article.Published is null);
    }

    private FindingTally Finding(string code, string meaning)
    {
        var finding = new FindingTally(code, meaning, _options.Examples);
        _findings.Add(finding);
        return finding;
    }
}
