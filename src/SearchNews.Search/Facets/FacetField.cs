namespace SearchNews.Search.Facets;

/// <summary>What articles can be counted by.</summary>
public enum FacetField
{
    /// <summary>The provider's domain.</summary>
    Provider,

    /// <summary>Topics; an article may have several.</summary>
    Topic,

    /// <summary>The type.</summary>
    Type,

    /// <summary>The category.</summary>
    Category,

    /// <summary>The month of publication in UTC, such as <c>2021-08</c>.</summary>
    Month,
}
