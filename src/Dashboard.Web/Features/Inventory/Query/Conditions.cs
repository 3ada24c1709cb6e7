using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>Combines conditions of a query.</summary>
internal static class Conditions
{
    public static Expression<Func<T, bool>> Either<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Expression.Lambda<Func<T, bool>>(Expression.OrElse(left.Body, BodyOf(right, left.Parameters[0])), left.Parameters);

    public static Expression<Func<T, bool>> Both<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Expression.Lambda<Func<T, bool>>(Expression.AndAlso(left.Body, BodyOf(right, left.Parameters[0])), left.Parameters);

    private static Expression BodyOf<T>(Expression<Func<T, bool>> condition, ParameterExpression parameter) =>
        ReplacingExpressionVisitor.Replace(condition.Parameters[0], parameter, condition.Body);
}
